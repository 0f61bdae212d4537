package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts a JVM that neither the terminal's Ctrl-C nor its end reaches: what is stopped, and in which order, is our
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
     * @param run the run it belongs to, by which it is known again
     * @param arguments options of the JVM that differ, the program and its arguments
     * @param environment what is added to our own
     * @param log what it writes
     */
    static Process start(String run, List<String> arguments, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command(run, arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new LauncherException("Cannot start " + builder.command().getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> command(String run, List<String> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of("sh", "-c", IN_A_SESSION_OF_ITS_OWN, "foldline", java));
        command.add(RunningProcess.mark(run));
        Stream.of(JVM_OPTIONS, arguments).forEach(command::addAll);
        return command;
    }
}
