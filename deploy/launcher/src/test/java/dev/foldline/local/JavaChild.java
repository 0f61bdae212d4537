package dev.foldline.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class of this test in a JVM of its own. */
record JavaChild(Process process) {

    /** @param log where it writes its errors: a file in this directory */
    static JavaChild start(Class<?> main, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Path errors = log.resolve(main.getSimpleName() + ".log");
        try {
            return new JavaChild(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BufferedReader output() {
        return process.inputReader();
    }

    /** As {@code kill -9} does; what it said before can still be read, which the process's own method would cut off. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}
