package dev.foldline.local.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what runs. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Lists the processes that run.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private StateOption stateOption = new StateOption();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<RunningProcess> alive = alive(stateOption.directory());
        if (json) {
            System.out.println(JsonFile.JSON.writeValueAsString(
                    Map.of("processes", alive.stream().map(StatusCommand::entry).toList())));
        } else {
            System.out.print(alive.isEmpty() ? "Nothing is running.\n" : table(alive));
        }
        return 0;
    }

    private static List<RunningProcess> alive(StateDirectory state) {
        try {
            return Run.find(state).map(Run::alive).orElse(List.of());
        } catch (LauncherException e) {
            System.err.println(e.getMessage());
            return List.of();
        }
    }

    private static Map<String, Object> entry(RunningProcess process) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", process.name());
        entry.put("pid", process.pid());
        entry.put("url", process.url());
        return entry;
    }

    /** One line for each address. */
    static String table(List<RunningProcess> processes) {
        StringBuilder table = new StringBuilder();
        for (RunningProcess process : processes) {
            String name = process.name();
            String pid = "pid " + process.pid();
            for (Map.Entry<String, String> address : process.addresses().entrySet()) {
                table.append("  %-9s %-12s %-11s %s%n".formatted(name, pid, address.getKey(), address.getValue()));
                name = "";
                pid = "";
            }
        }
        return table.toString();
    }
}
