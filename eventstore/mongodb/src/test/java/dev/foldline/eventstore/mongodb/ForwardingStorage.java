package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.archive.ArchiveStorage;
import java.io.IOException;
import java.util.List;

/** A storage like another one, for those that differ in a call. */
class ForwardingStorage implements ArchiveStorage {

    private final ArchiveStorage storage;

    ForwardingStorage(ArchiveStorage storage) {
        this.storage = storage;
    }

    @Override
    public boolean putIfAbsent(String name, byte[] content) throws IOException {
        return storage.putIfAbsent(name, content);
    }

    @Override
    public byte[] read(String name) throws IOException {
        return storage.read(name);
    }

    @Override
    public byte[] read(String name, long offset, int length) throws IOException {
        return storage.read(name, offset, length);
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        return storage.list(prefix);
    }

    @Override
    public void delete(String name) throws IOException {
        storage.delete(name);
    }

    @Override
    public void close() {
        storage.close();
    }

    @Override
    public String toString() {
        return storage.toString();
    }
}
