package dev.foldline.local.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that all commands share. */
final class StateOption {

    static final Path DEFAULT = Path.of(".foldline");

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "where data, logs and run state are kept (default: .foldline in the project)")
    private Path directory = DEFAULT;

    StateDirectory directory() {
        return StateDirectory.of(directory);
    }
}
