package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.Commit;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;

/**
 * Makes a segment's file: blocks of commits, the pages of the indexes by aggregate and by command, their filters, the
 * directory, the trailer. All in memory; a segment is of a size for that.
 */
final class SegmentWriter {

    /** What was made. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Segment(SegmentInfo info, byte[] bytes) {}

    /** Roughly, before it is compressed. */
    private static final int BLOCK_BYTES = 64 * 1024;

    /** Roughly what a commit has besides its payloads. */
    private static final int COMMIT_BYTES = 100;

    private final Place place;
    private final long claim;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<SegmentDirectory.Data> data = new ArrayList<>();
    private final SegmentIndex index = new SegmentIndex();
    private final List<Commit> block = new ArrayList<>();
    private int blockBytes;
    private long first;
    private long last;
    private long events;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;
    private CommandTimes commandTimes = CommandTimes.NONE;

    /** @param claim number of the one that holds in the partition */
    SegmentWriter(Place place, long claim) {
        this.place = place;
        this.claim = claim;
    }

    /** Adds the commit that follows. */
    void add(Commit commit) {
        if (first != 0 && commit.position() != last + 1) {
            throw new IllegalArgumentException("position " + commit.position() + " does not follow " + last);
        }
        first = first == 0 ? commit.position() : first;
        last = commit.position();
        events += commit.events().size();
        earliest = commit.time().isBefore(earliest) ? commit.time() : earliest;
        latest = commit.time().isAfter(latest) ? commit.time() : latest;
        commandTimes = commandTimes.with(commit.commandId());
        index.add(commit);
        block.add(commit);
        blockBytes += bytes(commit);
        if (blockBytes >= BLOCK_BYTES) {
            endBlock();
        }
    }

    private static int bytes(Commit commit) {
        return COMMIT_BYTES
                + commit.events().stream()
                        .mapToInt(event -> event.payload().length)
                        .sum();
    }

    private void endBlock() {
        if (!block.isEmpty()) {
            long from = block.getFirst().position();
            data.add(new SegmentDirectory.Data(from, Block.write(CommitCbor.write(block), file)));
            block.clear();
            blockBytes = 0;
        }
    }

    /** How long the file is so far. */
    int size() {
        return file.size();
    }

    Segment finish() {
        endBlock();
        var directory = new SegmentDirectory(
                place,
                first,
                last,
                events,
                data,
                pages(index.aggregates()),
                pages(index.commands()),
                Block.write(SegmentIndex.filter(index.aggregates()), file),
                Block.write(SegmentIndex.filter(index.commands()), file));
        Block.Reference written = Block.write(directory.write(), file);
        byte[] content = file.toByteArray();
        file.writeBytes(new Trailer(written, Trailer.sha256(content, content.length)).write());
        byte[] bytes = file.toByteArray();
        return new Segment(info(bytes), bytes);
    }

    private List<SegmentDirectory.Page> pages(NavigableMap<byte[], List<Long>> keys) {
        var pages = new ArrayList<SegmentDirectory.Page>();
        KeyIndex.write(keys, (key, page) -> pages.add(new SegmentDirectory.Page(key, Block.write(page, file))));
        return pages;
    }

    private SegmentInfo info(byte[] bytes) {
        String sha256 = HexFormat.of().formatHex(Trailer.sha256(bytes, bytes.length));
        String name = place.directory() + FileName.ofSegment(first, last, sha256, claim);
        return new SegmentInfo(name, first, last, events, bytes.length, sha256, earliest, latest, commandTimes);
    }
}
