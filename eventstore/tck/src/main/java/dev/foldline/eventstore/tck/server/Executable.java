package dev.foldline.eventstore.tck.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds programs that may be installed. */
final class Executable {

    private Executable() {}

    /**
     * The program named by the environment variable, or else the one on the PATH, if there is any.
     *
     * @throws IllegalStateException the variable names no program
     */
    static Optional<Path> find(String variable, String name) {
        String named = System.getenv(variable);
        if (named == null || named.isBlank()) {
            return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .map(directory -> Path.of(directory, name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
        if (!Files.isExecutable(Path.of(named))) {
            throw new IllegalStateException(variable + " names no program: " + named);
        }
        return Optional.of(Path.of(named));
    }
}
