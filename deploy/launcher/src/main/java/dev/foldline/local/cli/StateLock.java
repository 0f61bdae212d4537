package dev.foldline.local.cli;

import dev.foldline.local.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Held while processes are started or stopped, so that two commands never do that at once. Gone with the process. */
final class StateLock implements AutoCloseable {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LauncherException another command holds it */
    static StateLock take(StateDirectory state) throws IOException {
        return take(state, Duration.ZERO);
    }

    /** @throws LauncherException another command has held it all the while */
    static StateLock take(StateDirectory state, Duration patience) throws IOException {
        Path file = state.lockFile();
        Files.createDirectories(state.root());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (Await.until(patience, () -> tryLock(channel))) {
            return new StateLock(channel);
        }
        channel.close();
        throw new LauncherException("Another ./foldline is starting or stopping Foldline in " + state.root() + " now.");
    }

    private static boolean tryLock(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
