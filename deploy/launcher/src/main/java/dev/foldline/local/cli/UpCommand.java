package dev.foldline.local.cli;

import dev.foldline.local.apps.Deployables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the servers and the application, and stays until it is told to stop, or they do. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts everything, waits until it is ready, and stops it on Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SPLIT_PATIENCE = Duration.ofMinutes(5);
    private static final Path HOME = Path.of(System.getProperty("foldline.home", ""));

    @Mixin
    private StateOption stateOption = new StateOption();

    @Mixin
    private Ports ports = new Ports();

    @Mixin
    private SplitOptions split = new SplitOptions();

    @Option(names = "--fresh", description = "delete the data of earlier runs first")
    private boolean fresh;

    @Option(names = "--detach", description = "return when everything is ready; ./foldline down stops it")
    private boolean detach;

    @Option(names = "--check", hidden = true, description = "only say whether it could be started")
    private boolean check;

    @Option(names = "--app-jar", hidden = true)
    private Path appJar = HOME.resolve("deploy/all-in-one/target/quarkus-app/quarkus-run.jar");

    private final long startedNanos = System.nanoTime();
    private final Map<String, String> environment = System.getenv();

    @Override
    public Integer call() throws Exception {
        StateDirectory state = stateOption.directory();
        if (check) {
            refuseIfRunning(state);
            return 0;
        }
        Session session = new Session(state, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(session), "stop-run"));
        try (var _ = StateLock.take(state)) {
            start(state, session);
        } catch (IOException | RuntimeException e) {
            session.stop();
            throw e;
        }
        if (detach) {
            session.release();
            return 0;
        }
        return stay(session);
    }

    private void start(StateDirectory state, Session session) throws IOException {
        removeRemains(state);
        var archives = new ArchiveReaders(state, environment);
        Optional<Plan> plan = plan(archives);
        if (fresh) {
            state.deleteData();
        }
        ports.check(environment);
        state.claim();
        Application application = new Application(appJar, ports.http(), archives);
        Map<Backend, ServicesReport.Server> servers = startServices(state, session);
        if (plan.isPresent()) {
            new SplitStart(state, session, plan.get(), split).start(servers, SPLIT_PATIENCE);
        } else {
            startApplication(session, application, servers);
        }
        boolean documented = plan.map(Plan::servesAllInOne).orElse(true);
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        new Summary(application.url(), documented, servers, state, detach, took).print(System.out);
    }

    /** How the applications are split, if they are. */
    private Optional<Plan> plan(ArchiveReaders archives) {
        if (split.isSplit()) {
            return Optional.of(Plan.of(Deployables.in(HOME), split, ports.http(), archives));
        }
        if (Files.notExists(appJar)) {
            throw new LauncherException("There is no application at " + appJar + ".");
        }
        return Optional.empty();
    }

    private static void removeRemains(StateDirectory state) throws IOException {
        refuseIfRunning(state);
        Run remains = Run.find(state).orElse(null);
        if (remains != null) {
            if (!remains.alive().isEmpty()) {
                System.out.println("Part of an earlier run has died; stopping the rest of it.");
            }
            Stopping.stop(state, remains, System.out);
        }
    }

    private static void refuseIfRunning(StateDirectory state) {
        Run run = Run.find(state).orElse(null);
        if (run == null || run.processes().isEmpty() || !run.alive().equals(run.processes())) {
            return;
        }
        throw new LauncherException("Foldline is running already:\n\n" + StatusCommand.table(run.processes())
                + "\nStop it with ./foldline down, or give another one a --state-dir and ports of its own.");
    }

    private Map<Backend, ServicesReport.Server> startServices(StateDirectory state, Session session)
            throws IOException {
        Map<Backend, ServicesReport.Server> servers = new EnumMap<>(Backend.class);
        for (Backend backend : Backend.values()) {
            backend.external(environment)
                    .ifPresent(url -> servers.put(backend, new ServicesReport.Server(url, "yours", false, true)));
        }
        Map<Backend, Integer> local = ports.local(environment);
        if (!local.isEmpty()) {
            servers.putAll(new Services(state, session, local).start(PATIENCE));
        }
        return servers;
    }

    private static void startApplication(
            Session session, Application application, Map<Backend, ServicesReport.Server> servers) throws IOException {
        System.out.println("Starting the application ...");
        Map<Backend, String> urls = new EnumMap<>(Backend.class);
        servers.forEach((backend, server) -> urls.put(backend, server.url()));
        session.start(
                RunningProcess.APP,
                application.arguments(),
                application.environment(urls),
                Map.of("HTTP", application.url()));
        session.awaitReady(RunningProcess.APP, PATIENCE, application::isReady);
    }

    private static int stay(Session session) throws IOException {
        return switch (session.awaitEnd()) {
            case HERE -> 0;
            case ELSEWHERE -> {
                session.release();
                System.out.println("Stopped by another ./foldline.");
                yield 0;
            }
            case BY_ITSELF -> {
                System.err.println(session.obituaries());
                session.stop();
                yield 1;
            }
        };
    }

    private static void stop(Session session) {
        try {
            session.stop();
        } catch (IOException | LauncherException e) {
            System.err.println(e.getMessage());
        }
    }
}
