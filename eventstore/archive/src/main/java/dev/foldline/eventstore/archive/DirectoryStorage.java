package dev.foldline.eventstore.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A directory. A file gets its name only when it is on disk whole, by a hard link, which of several processes one can make.
 * Beside the files there may be unfinished ones of processes that died, whose names begin with {@value #UNFINISHED} and end with
 * those that they would have got.
 */
final class DirectoryStorage implements ArchiveStorage {

    static final String UNFINISHED = ".unfinished-";

    private final Path root;

    DirectoryStorage(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public boolean putIfAbsent(String name, byte[] content) throws IOException {
        Path file = file(name);
        Path directory = Objects.requireNonNull(file.getParent(), name);
        createDirectories(directory);
        Path unfinished = directory.resolve(UNFINISHED + UUID.randomUUID() + "-" + file.getFileName());
        try {
            write(unfinished, content);
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(unfinished);
        }
        sync(directory);
        return true;
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    @Override
    public byte[] read(String name, long offset, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(Math.toIntExact(Math.clamp(channel.size() - offset, 0, length)));
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                // A read may return less than was asked for.
            }
            return bytes.array();
        }
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        String directory = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file(directory))) {
            files.forEach(file -> names.add(directory + file.getFileName()));
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return names.stream().filter(name -> name.startsWith(prefix)).sorted().toList();
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException(name + " is outside of " + root);
        }
        return file;
    }

    /** Makes a directory, and sees to it that those on the way to it are there after a power cut. */
    private static void createDirectories(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent == null || Files.isDirectory(directory)) {
            return;
        }
        createDirectories(parent);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster.
        }
        sync(parent);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        // Nothing is open between the calls.
    }

    @Override
    public String toString() {
        return root.toUri().toString();
    }
}
