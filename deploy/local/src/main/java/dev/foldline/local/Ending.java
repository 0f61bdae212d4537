package dev.foldline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Ends processes, our own children or not. */
public final class Ending {

    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private Ending() {}

    /** Asks the process to end. False if it has not within the time given. */
    public static boolean ask(ProcessHandle process, Duration patience) {
        process.destroy();
        return Await.until(patience, () -> hasEnded(process));
    }

    /** Ends it without asking. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        Await.until(AFTER_KILL, () -> hasEnded(process));
    }

    /** Also true for one that has released all it held, and waits for a parent who may never look. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || isZombie(Path.of("/proc", Long.toString(process.pid())));
    }

    private static boolean isZombie(Path process) {
        if (!Files.isDirectory(process)) {
            return false;
        }
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            String stat = Files.readString(process.resolve("stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')')) && threads.count() == 1;
        } catch (IOException e) {
            return false;
        }
    }
}
