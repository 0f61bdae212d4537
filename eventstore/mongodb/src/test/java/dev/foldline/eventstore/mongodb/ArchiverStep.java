package dev.foldline.eventstore.mongodb;

/** Where an archiver's process stands still, to be killed there. */
enum ArchiverStep {
    /** A part of a segment is in the directory, under the name that unfinished files have. */
    HALF_WRITTEN(2),
    /** A segment is written, and was not read back. */
    WRITTEN(2),
    /** A segment was read back, and is in no manifest. */
    READ_BACK(2),
    /** A manifest names the segment, and no seal covers it. */
    PUBLISHED(2),
    /** The seal is set, the one before it not yet removed. */
    SEAL_INSERTED(2),
    /** The seal is set. */
    SEALED(2),
    /** Every process is given the time to notice the seals. */
    WAITING(1),
    /** Compared once more; nothing is removed. */
    BEFORE_REMOVAL(1),
    /** A part of what is to be removed is. */
    PARTLY_REMOVED(1);

    private final int time;

    ArchiverStep(int time) {
        this.time = time;
    }

    /** At which of the times that it comes by here, from 1. */
    int time() {
        return time;
    }
}
