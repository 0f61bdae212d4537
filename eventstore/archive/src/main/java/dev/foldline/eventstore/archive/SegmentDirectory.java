package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says where in a segment what is.
 *
 * @param data the blocks of commits, in their order, by the position of the first
 * @param aggregates the pages of the index by aggregate id
 * @param commands the pages of the index by command id
 * @param aggregateFilter the Bloom filter of the aggregate ids
 * @param commandFilter the Bloom filter of the command ids
 */
record SegmentDirectory(
        Place place,
        long first,
        long last,
        long events,
        List<Data> data,
        List<Page> aggregates,
        List<Page> commands,
        Block.Reference aggregateFilter,
        Block.Reference commandFilter) {

    record Data(long first, Block.Reference block) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Page(byte[] firstKey, Block.Reference block) {}

    /** The block that has the position, which is in the segment. */
    int blockOf(long position) {
        int low = 0;
        int high = data.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (data.get(middle).first() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The page that has the key, if any has. */
    static Optional<Page> pageOf(List<Page> pages, byte[] key) {
        Page found = null;
        for (Page page : pages) {
            if (Arrays.compareUnsigned(page.firstKey(), key) > 0) {
                break;
            }
            found = page;
        }
        return Optional.ofNullable(found);
    }

    byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(Keys.of(place.log()));
            out.writeUTF(place.context());
            out.writeUTF(place.partition().aggregateType());
            out.writeInt(place.partition().number());
            out.writeLong(first);
            out.writeLong(last);
            out.writeLong(events);
            out.writeInt(data.size());
            for (Data block : data) {
                out.writeLong(block.first());
                write(block.block(), out);
            }
            write(aggregates, out);
            write(commands, out);
            write(aggregateFilter, out);
            write(commandFilter, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(List<Page> pages, DataOutputStream out) throws IOException {
        out.writeInt(pages.size());
        for (Page page : pages) {
            out.writeShort(page.firstKey().length);
            out.write(page.firstKey());
            write(page.block(), out);
        }
    }

    private static void write(Block.Reference block, DataOutputStream out) throws IOException {
        out.writeLong(block.offset());
        out.writeInt(block.length());
    }

    /** @throws IOException this is none */
    static SegmentDirectory read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var place =
                    new Place(Keys.uuid(in.readNBytes(16)), in.readUTF(), new Partition(in.readUTF(), in.readInt()));
            return new SegmentDirectory(
                    place,
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    readData(in),
                    readPages(in),
                    readPages(in),
                    readReference(in),
                    readReference(in));
        } catch (IllegalArgumentException e) {
            throw new IOException("it has what is no directory", e);
        }
    }

    private static List<Data> readData(DataInputStream in) throws IOException {
        int count = in.readInt();
        var data = new ArrayList<Data>();
        for (int i = 0; i < count; i++) {
            data.add(new Data(in.readLong(), readReference(in)));
        }
        return List.copyOf(data);
    }

    private static List<Page> readPages(DataInputStream in) throws IOException {
        int count = in.readInt();
        var pages = new ArrayList<Page>();
        for (int i = 0; i < count; i++) {
            byte[] firstKey = in.readNBytes(in.readUnsignedShort());
            pages.add(new Page(firstKey, readReference(in)));
        }
        return List.copyOf(pages);
    }

    private static Block.Reference readReference(DataInputStream in) throws IOException {
        return new Block.Reference(in.readLong(), in.readInt());
    }
}
