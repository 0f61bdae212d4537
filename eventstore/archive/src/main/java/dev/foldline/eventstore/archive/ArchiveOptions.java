package dev.foldline.eventstore.archive;

import java.time.Duration;

/**
 * What stays in the store, and how large a segment becomes.
 *
 * @param keep how many of a partition's newest commits stay, from 0; the last one that is archived stays in any case
 * @param keepFor how old a commit is, by its own time, before it leaves; zero for any age
 * @param segmentCommits the most commits in a segment
 * @param segmentBytes where a segment ends when it has not so many
 */
public record ArchiveOptions(long keep, Duration keepFor, int segmentCommits, int segmentBytes) {

    public static final long DEFAULT_KEEP = 10_000;
    private static final int SEGMENT_COMMITS = 100_000;
    private static final int SEGMENT_BYTES = 32 * 1024 * 1024;

    public ArchiveOptions {
        if (keep < 0 || keepFor.isNegative() || segmentCommits < 1 || segmentBytes < 1) {
            throw new IllegalArgumentException("what is kept is not negative, and a segment has at least one commit");
        }
    }

    public static ArchiveOptions defaults() {
        return new ArchiveOptions(DEFAULT_KEEP, Duration.ZERO, SEGMENT_COMMITS, SEGMENT_BYTES);
    }

    public ArchiveOptions withKeep(long commits) {
        return new ArchiveOptions(commits, keepFor, segmentCommits, segmentBytes);
    }

    public ArchiveOptions withKeepFor(Duration age) {
        return new ArchiveOptions(keep, age, segmentCommits, segmentBytes);
    }

    public ArchiveOptions withSegmentCommits(int most) {
        return new ArchiveOptions(keep, keepFor, most, segmentBytes);
    }
}
