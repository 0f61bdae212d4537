package dev.foldline.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./foldline bench}: each benchmark is a subcommand. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK",
        description = "Measures the platform.",
        subcommands = {CapacityCommand.class, CommandsBenchmark.class, LogBenchmark.class, StartupBenchmark.class})
final class Bench {

    private Bench() {}

    /** Runs one benchmark and exits: 0 measured and nothing lost, 1 not, 2 not understood. */
    public static void main(String[] arguments) {
        LibraryLogs.warningsOnly();
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
