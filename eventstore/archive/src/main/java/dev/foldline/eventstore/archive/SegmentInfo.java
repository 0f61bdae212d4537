package dev.foldline.eventstore.archive;

import java.time.Instant;

/**
 * What the manifest says of a segment.
 *
 * @param name the file's name in the storage
 * @param first position of its first commit
 * @param last position of its last commit
 * @param events the number of its events
 * @param bytes the file's length
 * @param sha256 the whole file's checksum, in hexadecimal
 * @param earliest the earliest time of a commit
 * @param latest the latest time of a commit
 * @param commands when its commands were made
 */
record SegmentInfo(
        String name,
        long first,
        long last,
        long events,
        long bytes,
        String sha256,
        Instant earliest,
        Instant latest,
        CommandTimes commands) {

    long commits() {
        return last - first + 1;
    }
}
