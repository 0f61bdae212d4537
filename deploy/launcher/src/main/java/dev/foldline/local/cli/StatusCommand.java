package dev.foldline.local.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        StateDirectory state = stateOption.directory();
        Optional<Run> run = run(state);
        List<RunningProcess> alive = run.map(Run::alive).orElse(List.of());
        List<AppStatus> apps = run.map(found -> apps(state, found)).orElse(List.of());
        if (json) {
            List<Map<String, Object>> entries = Stream.concat(
                            alive.stream().map(StatusCommand::entry),
                            apps.stream().map(StatusCommand::entry))
                    .toList();
            System.out.println(JsonFile.JSON.writeValueAsString(Map.of("processes", entries)));
        } else {
            System.out.print(alive.isEmpty() ? "Nothing is running.\n" : table(alive) + appTable(apps));
        }
        return 0;
    }

    private static Optional<Run> run(StateDirectory state) {
        try {
            return Run.find(state);
        } catch (LauncherException e) {
            System.err.println(e.getMessage());
            return Optional.empty();
        }
    }

    /** What is supervised, while somebody does. */
    private static List<AppStatus> apps(StateDirectory state, Run run) {
        boolean supervised =
                run.alive().stream().anyMatch(process -> process.name().equals(RunningProcess.SUPERVISOR));
        return supervised
                ? AppsReport.find(state, run.id()).map(AppsReport::apps).orElse(List.of())
                : List.of();
    }

    private static Map<String, Object> entry(AppStatus app) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", app.name());
        entry.put("pid", app.pid());
        entry.put("url", app.url());
        entry.put("packaging", lowerCase(app.packaging()));
        entry.put("state", lowerCase(app.state()));
        entry.put("restarts", app.restarts());
        if (app.lastExit() != AppStatus.NEVER) {
            entry.put("lastExit", app.lastExit());
        }
        return entry;
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String appTable(List<AppStatus> apps) {
        StringBuilder table = new StringBuilder();
        apps.forEach(app -> table.append(
                "  %-28s %-12s %-23s %s%n".formatted(app.name(), "pid " + app.pid(), app.url(), app.describe())));
        return table.toString();
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
            if (process.addresses().isEmpty()) {
                table.append("  %-10s %s%n".formatted(name, pid));
            }
            for (Map.Entry<String, String> address : process.addresses().entrySet()) {
                table.append("  %-10s %-12s %-11s %s%n".formatted(name, pid, address.getKey(), address.getValue()));
                name = "";
                pid = "";
            }
        }
        return table.toString();
    }
}
