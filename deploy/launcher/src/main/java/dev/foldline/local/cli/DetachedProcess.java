package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts a process that neither the terminal's Ctrl-C nor its end reaches: what is stopped, and in which order, is our
 * business.
 */
final class DetachedProcess {

    /** The shell replaces itself, so the process id stays. macOS has no setsid, but a perl that can do the same. */
    private static final String IN_A_SESSION_OF_ITS_OWN = """
            trap '' HUP
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
            if command -v perl >/dev/null 2>&1; then exec perl -MPOSIX -e 'POSIX::setsid(); exec { $ARGV[0] } @ARGV' "$@"; fi
            trap '' INT
            exec "$@"
            """;

    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private DetachedProcess() {}

    /**
     * Starts it.
     *
     * @param command the program and its arguments; the run's mark is among them, by which it is known again
     * @param environment what is added to our own
     * @param log what it writes is added to
     */
    static Process start(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(inASessionOfItsOwn(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new LauncherException("Cannot start " + builder.command().getFirst() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The command of a JVM.
     *
     * @param run the run it belongs to
     * @param arguments options of the JVM that differ, the program and its arguments
     */
    static List<String> java(String run, List<String> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), options(run), arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** What every JVM of a run is told. */
    static List<String> options(String run) {
        return Stream.concat(Stream.of(RunningProcess.mark(run)), JVM_OPTIONS.stream())
                .toList();
    }

    private static List<String> inASessionOfItsOwn(List<String> command) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", IN_A_SESSION_OF_ITS_OWN, "foldline"));
        all.addAll(command);
        return all;
    }
}
