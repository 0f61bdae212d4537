package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/** One segment's file, of which is fetched what is needed and kept what the cache has room for. Thread-safe. */
final class SegmentFile {

    /** Where the bytes come from; fewer than asked for where the file ends before. */
    interface Source {
        byte[] read(long offset, int length) throws IOException;
    }

    private final Place place;
    private final SegmentInfo segment;
    private final Source source;
    private final BlockCache cache;

    SegmentFile(Place place, SegmentInfo segment, Source source, BlockCache cache) {
        this.place = place;
        this.segment = segment;
        this.source = source;
        this.cache = cache;
    }

    SegmentInfo segment() {
        return segment;
    }

    SegmentDirectory directory() {
        return cache.directory(segment.name(), this::readDirectory);
    }

    /** What is in a block. */
    byte[] block(Block.Reference block) {
        return cache.block(segment.name(), block, () -> {
            try {
                return Block.read(fetch(block));
            } catch (IOException e) {
                throw corrupt(block, e);
            }
        });
    }

    /** The commits of one of the blocks, with nothing missing between them. */
    List<Commit> commits(int number) {
        List<SegmentDirectory.Data> data = directory().data();
        long first = data.get(number).first();
        long last = number + 1 < data.size() ? data.get(number + 1).first() - 1 : segment.last();
        Block.Reference block = data.get(number).block();
        try {
            List<Commit> commits = CommitCbor.read(block(block));
            requireDense(commits, first, last);
            return commits;
        } catch (IOException e) {
            throw corrupt(block, e);
        }
    }

    private static void requireDense(List<Commit> commits, long first, long last) throws IOException {
        long position = first;
        for (Commit commit : commits) {
            if (commit.position() != position++) {
                throw new IOException("it has position " + commit.position() + " instead of " + (position - 1));
            }
        }
        if (position != last + 1) {
            throw new IOException("it ends at position " + (position - 1) + " instead of " + last);
        }
    }

    private SegmentDirectory readDirectory() {
        var trailer = new Block.Reference(Math.max(0, segment.bytes() - Trailer.BYTES), Trailer.BYTES);
        try {
            Block.Reference block = Trailer.read(fetch(trailer)).directory();
            return checked(SegmentDirectory.read(Block.read(fetch(block))));
        } catch (IOException e) {
            throw corrupt(trailer, e);
        }
    }

    private SegmentDirectory checked(SegmentDirectory directory) throws IOException {
        if (!directory.place().equals(place)
                || directory.first() != segment.first()
                || directory.last() != segment.last()) {
            throw new IOException("it says that it has " + directory.first() + " to " + directory.last() + " of "
                    + directory.place().directory());
        }
        return directory;
    }

    private byte[] fetch(Block.Reference block) throws IOException {
        byte[] bytes = source.read(block.offset(), block.length());
        if (bytes.length < block.length()) {
            throw new EOFException("the file ends before");
        }
        return bytes;
    }

    ArchiveCorruptException corrupt(Block.Reference block, IOException cause) {
        return new ArchiveCorruptException(
                "the segment " + segment.name() + " (positions " + segment.first() + " to " + segment.last() + " of "
                        + place.partition() + ") is damaged in the block at bytes " + block.offset() + " to "
                        + (block.offset() + block.length()) + ": " + cause.getMessage()
                        + ". Bring the file back from a copy; until then nothing more leaves the store",
                cause);
    }
}
