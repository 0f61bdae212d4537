package dev.foldline.functions.runtime.write;

/**
 * How a partition's writer works.
 *
 * @param queueCapacity how many commands may wait; one more is answered {@code unavailable}
 * @param groupLimit the most commands that are decided and appended together
 * @param attempts how many lost races a command survives before it is answered {@code contended}
 * @param cachedStates how many aggregates' states are kept per partition, whatever their size
 */
public record WriterSettings(int queueCapacity, int groupLimit, int attempts, long cachedStates) {

    /** Settings for a service of usual size. */
    public static final WriterSettings DEFAULT = new WriterSettings(1_024, 256, 16, 1_000);
}
