package dev.foldline.functions;

/** Which order of events a handler needs. Each is kept by the log, whatever order messages arrive in. */
public enum Ordering {
    /** Commits of one partition in commit order, partitions side by side: all that one aggregate's events need. */
    PARTITION,

    /**
     * Commits of all partitions one after the other: each partition's in commit order, and those of different partitions by
     * their commit time as far as they are in the log when it is looked at. Writers' clocks differ, so across partitions it is
     * an order for people. Handled one batch at a time: slower than {@link #PARTITION}.
     */
    GLOBAL,

    /** Any order, many at once. */
    NONE
}
