package dev.foldline.bench;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./foldline bench}: each benchmark is a subcommand. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK",
        description = "Measures the platform.",
        subcommands = {CommandsBenchmark.class, LogBenchmark.class, StartupBenchmark.class})
final class Bench {

    /** What libraries log is not for the person at the terminal. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Bench() {}

    /** Runs one benchmark and exits: 0 measured and nothing lost, 1 not, 2 not understood. */
    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
