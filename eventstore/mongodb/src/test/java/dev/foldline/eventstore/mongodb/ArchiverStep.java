package dev.foldline.eventstore.mongodb;

/** Where an archiver can be met in the middle of a move, each at a time when there is something before it. */
enum ArchiverStep {
    /** The storage is about to be given a segment. */
    WRITING(2),
    /** A segment is written, and was not read back. */
    WRITTEN(2),
    /** A segment was read back, and is in no manifest. */
    READ_BACK(2),
    /** The number of the next manifest is claimed, and the claim before it not yet removed. */
    CLAIM_INSERTED(3),
    /** The number of the next manifest is claimed. */
    CLAIMED(3),
    /** The storage is about to be given the next manifest. */
    PUBLISHING(2),
    /** A manifest names the segment, and no seal covers it. */
    PUBLISHED(2),
    /** The seal is set, the claim before it not yet removed. */
    SEAL_INSERTED(4),
    /** The seal is set. */
    SEALED(4),
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
