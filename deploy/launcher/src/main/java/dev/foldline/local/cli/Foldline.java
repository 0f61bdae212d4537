package dev.foldline.local.cli;

import dev.foldline.local.LocalServerException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The part of {@code ./foldline} that is Java. */
@Command(
        name = "foldline",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            EventsCommand.class,
            ArchiveCommand.class,
            RepartitionCommand.class,
            ServicesCommand.class,
            SuperviseCommand.class
        })
final class Foldline {

    /** What libraries log is not for the person at the terminal. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Foldline() {}

    /** Runs one command and exits: 0 done, 1 not done, 2 not understood. */
    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Foldline())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof LauncherException || failure instanceof LocalServerException) {
                        System.err.println(failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }
}
