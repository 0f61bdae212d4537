package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.archive.ArchiveStorage;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** A storage in memory that replaces what is there, as a server does that has never heard of {@code If-None-Match}. */
final class HeedlessStorage implements ArchiveStorage {

    private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();

    @Override
    public boolean putIfAbsent(String name, byte[] content) {
        files.put(name, content.clone());
        return true;
    }

    @Override
    public byte[] read(String name) throws NoSuchFileException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content.clone();
    }

    @Override
    public byte[] read(String name, long offset, int length) throws NoSuchFileException {
        byte[] content = read(name);
        int from = (int) Math.min(offset, content.length);
        return Arrays.copyOfRange(content, from, Math.min(from + length, content.length));
    }

    @Override
    public List<String> list(String prefix) {
        return files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
