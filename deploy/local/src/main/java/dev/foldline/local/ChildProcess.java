package dev.foldline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A process known by the id that was written to a file. */
final class ChildProcess {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private ChildProcess() {}

    /** The living process of this id if it works on this directory, and not another that was given its id. */
    static Optional<ProcessHandle> find(String pid, Path directory) {
        if (!pid.strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(directory.toString()::equals));
    }

    /** Ends it, if it lives: asks first, and kills it if it does not listen. */
    static void end(String pid, Path directory) {
        find(pid, directory).filter(process -> !Ending.ask(process, GRACE)).ifPresent(Ending::kill);
    }
}
