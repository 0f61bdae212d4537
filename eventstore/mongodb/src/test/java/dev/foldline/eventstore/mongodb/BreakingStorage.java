package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.archive.ArchiveStorage;
import java.io.IOException;
import java.util.List;

/** A storage that is away after a number of calls. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BreakingStorage(ArchiveStorage storage, int[] calls) implements ArchiveStorage {

    BreakingStorage(ArchiveStorage storage, int calls) {
        this(storage, new int[] {calls});
    }

    private ArchiveStorage count() throws IOException {
        if (calls[0]-- <= 0) {
            throw new IOException("away");
        }
        return storage;
    }

    @Override
    public boolean putIfAbsent(String name, byte[] content) throws IOException {
        return count().putIfAbsent(name, content);
    }

    @Override
    public byte[] read(String name) throws IOException {
        return count().read(name);
    }

    @Override
    public byte[] read(String name, long offset, int length) throws IOException {
        return count().read(name, offset, length);
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        return count().list(prefix);
    }

    @Override
    public void delete(String name) throws IOException {
        count().delete(name);
    }

    @Override
    public void close() {
        storage.close();
    }
}
