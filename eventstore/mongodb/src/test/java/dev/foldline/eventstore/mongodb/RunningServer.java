package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.server.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.Store;

/** A server of some tests, with a directory for its data that goes when the server does. */
record RunningServer(MongoServer server, Path directory) implements AutoCloseable, Store.CloseOnReset {

    static RunningServer start(TestServer kind) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "server");
            return new RunningServer(kind.start(directory.toAbsolutePath()), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
