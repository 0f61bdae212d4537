package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;

/** Reads a segment whole and checks it to the last bit: every block, the indexes and filters against the commits. */
final class SegmentCheck {

    private SegmentCheck() {}

    /**
     * All commits of the segment.
     *
     * @throws ArchiveCorruptException it is not as it was written
     */
    static List<Commit> commits(Place place, SegmentInfo segment, byte[] bytes) {
        var file = new SegmentFile(place, segment, source(bytes), BlockCache.none());
        var commits = new ArrayList<Commit>();
        var index = new SegmentIndex();
        for (int i = 0; i < file.directory().data().size(); i++) {
            commits.addAll(file.commits(i));
        }
        commits.forEach(index::add);
        SegmentDirectory directory = file.directory();
        requireSame(file, directory.aggregates(), index.aggregates(), directory.aggregateFilter());
        requireSame(file, directory.commands(), index.commands(), directory.commandFilter());
        requireSame(file, bytes);
        return commits;
    }

    private static void requireSame(
            SegmentFile file,
            List<SegmentDirectory.Page> pages,
            NavigableMap<byte[], List<Long>> keys,
            Block.Reference filter) {
        var stored = new ByteArrayOutputStream();
        pages.forEach(page -> stored.writeBytes(file.block(page.block())));
        var expected = new ByteArrayOutputStream();
        KeyIndex.write(keys, (first, page) -> expected.writeBytes(page));
        if (!Arrays.equals(stored.toByteArray(), expected.toByteArray())) {
            throw file.corrupt(pages.getFirst().block(), new IOException("the index is not that of the commits"));
        }
        if (!Arrays.equals(file.block(filter), SegmentIndex.filter(keys))) {
            throw file.corrupt(filter, new IOException("the filter is not that of the commits"));
        }
    }

    private static void requireSame(SegmentFile file, byte[] bytes) {
        SegmentInfo segment = file.segment();
        String sha256 = HexFormat.of().formatHex(Trailer.sha256(bytes, bytes.length));
        if (bytes.length != segment.bytes() || !sha256.equals(segment.sha256())) {
            throw file.corrupt(
                    new Block.Reference(0, bytes.length),
                    new IOException("the file's length or SHA-256 is not the one in the manifest"));
        }
    }

    private static SegmentFile.Source source(byte[] bytes) {
        return (offset, length) -> {
            var in = new ByteArrayInputStream(bytes);
            in.skip(offset);
            return in.readNBytes(length);
        };
    }
}
