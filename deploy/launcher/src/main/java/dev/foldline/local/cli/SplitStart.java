package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The {@code supervisor} process, seen from the command that starts it.
 *
 * @param plan what it is to start
 * @param options what the plan was made of
 */
record SplitStart(StateDirectory state, Session session, Plan plan, SplitOptions options) {

    /** An application that has died that often before it was ready will not become ready. */
    private static final int DEATHS = 3;

    /** Starts the applications, and returns when all of them are ready. */
    void start(Map<Backend, ServicesReport.Server> servers, Duration patience) throws IOException {
        System.out.println("Starting " + plan.apps().size() + " applications ...");
        if (options.preferNative()) {
            System.out.println(plan.missingExecutables());
        }
        Files.deleteIfExists(state.appsFile());
        session.start(RunningProcess.SUPERVISOR, arguments(), environment(servers), Map.of());
        session.awaitReady(RunningProcess.SUPERVISOR, patience, this::settled);
        refuseTheDying();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Dfoldline.home=" + System.getProperty("foldline.home", ""),
                Foldline.class.getName(),
                "supervise",
                "--run",
                session.id(),
                "--state-dir",
                state.root().toString(),
                Ports.HTTP_OPTION,
                Integer.toString(plan.entrance().port())));
        arguments.addAll(options.arguments());
        return arguments;
    }

    private static Map<String, String> environment(Map<Backend, ServicesReport.Server> servers) {
        Map<String, String> environment = new HashMap<>();
        servers.forEach((backend, server) -> environment.put(backend.variable(), server.url()));
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        return environment;
    }

    /** Whether there is nothing to wait for: all are ready, or one will never be. */
    private boolean settled() {
        return report().filter(report -> isReady(report) || !dying(report).isEmpty())
                .isPresent();
    }

    private Optional<AppsReport> report() {
        return AppsReport.find(state, session.id());
    }

    private boolean isReady(AppsReport report) {
        return report.apps().size() == plan.apps().size() && report.notReady().isEmpty();
    }

    private static List<AppStatus> dying(AppsReport report) {
        return report.notReady().stream()
                .filter(app -> app.restarts() >= DEATHS)
                .toList();
    }

    private void refuseTheDying() {
        List<AppStatus> dying = report().map(SplitStart::dying).orElse(List.of());
        if (!dying.isEmpty()) {
            throw new LauncherException(dying.stream()
                    .map(app -> "The application " + app.name() + " does not start (" + app.describe() + "). "
                            + session.lastWords(app.name()))
                    .collect(Collectors.joining("\n")));
        }
    }
}
