package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes have written. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the end of the logs.")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private StateOption stateOption = new StateOption();

    @Parameters(arity = "0..1", paramLabel = "PROCESS", description = "whose: app, services, wallet/place-bet, … (all)")
    private String process = "";

    @Option(names = "-f", description = "go on as they are written")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "100", description = "how many lines (100)")
    private int lines;

    @Override
    public Integer call() throws Exception {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(Math.max(0, lines))));
        if (follow) {
            command.add("-F");
        }
        logs().forEach(log -> command.add(log.toString()));
        Process tail = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(tail::destroy, "stop-tail"));
        return tail.waitFor();
    }

    private List<Path> logs() throws IOException {
        StateDirectory state = stateOption.directory();
        LogNames names = new LogNames(state);
        List<String> wanted = process.isEmpty() ? names.ofTheRun() : List.of(names.find(process));
        if (wanted.isEmpty()) {
            throw new LauncherException("There are no logs: nothing was started yet.");
        }
        return wanted.stream().map(state::log).toList();
    }
}
