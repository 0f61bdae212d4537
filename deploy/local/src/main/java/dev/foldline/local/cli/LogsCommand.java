package dev.foldline.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes have written. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the end of the logs.")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private StateOption stateOption = new StateOption();

    @Parameters(arity = "0..1", paramLabel = "app|services", description = "whose (default: both)")
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

    private List<Path> logs() {
        List<String> names = List.of(RunningProcess.SERVICES, RunningProcess.APP);
        if (!process.isEmpty() && !names.contains(process)) {
            throw new LauncherException("There is no process " + process + ": it is app or services.");
        }
        List<Path> logs = (process.isEmpty() ? names.stream() : Stream.of(process))
                .map(stateOption.directory()::log)
                .filter(Files::exists)
                .toList();
        if (logs.isEmpty()) {
            throw new LauncherException("There are no logs: nothing was started yet.");
        }
        return logs;
    }
}
