package dev.foldline.e2e;

import dev.foldline.local.apps.Deployable;
import dev.foldline.local.apps.Deployables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The applications of a topology: native executables, where there are some, when {@code FOLDLINE_TEST_NATIVE} is set. */
final class Apps {

    private static final Deployables BUILT = Deployables.in(Path.of("../.."));
    private static final boolean PREFER_NATIVE = System.getenv("FOLDLINE_TEST_NATIVE") != null;

    /** How many are starting at once. */
    private static final int AT_ONCE = 3;

    /** A subscriber waits as long for one that is gone. */
    private static final String SUBSCRIPTION_LEASE = "5s";

    private final Topology topology;
    private final Map<String, String> servers;
    private final Path logs;
    private final List<AppProcess> processes = new ArrayList<>();
    private final AppProcess entrance;

    /**
     * Nothing is started yet.
     *
     * @param servers the variables that say where the servers are
     */
    Apps(Topology topology, Map<String, String> servers, Path logs) {
        this.topology = topology;
        this.servers = servers;
        this.logs = logs;
        switch (topology) {
            case ALL_IN_ONE -> plan(BUILT.allInOne(), Map.of());
            case GATEWAY -> {
                plan(BUILT.allInOne(), Map.of());
                plan(BUILT.gateway(), Map.of());
            }
            case MIXED -> planMixed(BUILT.functionsOf("wallet"));
            case SPLIT, SPLIT_TWICE -> {
                if (topology.isOwned()) {
                    plan(BUILT.logOwner(), Map.of());
                }
                BUILT.functions().forEach(function -> plan(function, Map.of()));
                plan(BUILT.gateway(), Map.of());
            }
        }
        entrance = processes.getLast();
    }

    private void planMixed(List<Deployable> split) {
        split.forEach(function -> plan(function, Map.of()));
        String disabled = split.stream().map(Deployable::artifactId).collect(Collectors.joining(","));
        plan(BUILT.allInOne(), Map.of("FOLDLINE_MODULES_DISABLED", disabled));
    }

    private void plan(Deployable app, Map<String, String> settings) {
        for (int instance = 1; instance <= topology.instances(); instance++) {
            processes.add(process(app, settings, app.name() + "-" + instance));
        }
    }

    private AppProcess process(Deployable app, Map<String, String> settings, String name) {
        var environment = new HashMap<>(servers);
        environment.putAll(settings);
        environment.put("FOLDLINE_SUBSCRIPTION_LEASE", SUBSCRIPTION_LEASE);
        return new AppProcess(app, app.packaging(PREFER_NATIVE), environment, logs.resolve(name + ".log"));
    }

    /** Begins to start all of them, in no order that anybody needs. */
    void launch() {
        launch(processes);
    }

    /** Begins to start all of them, projections before whoever writes what they read, and the gateway last. */
    void launchProjectionsFirst() {
        launch(processes.stream()
                .sorted(Comparator.comparing(app -> !app.name().startsWith("projections/")))
                .toList());
    }

    /** A few at a time, and without regard to who needs whom. */
    private static void launch(List<AppProcess> all) {
        forEach(all, Executors.newFixedThreadPool(AT_ONCE), app -> {
            app.launch();
            app.awaitAnswering();
        });
    }

    void awaitReady() {
        forEach(processes, Executors.newVirtualThreadPerTaskExecutor(), AppProcess::awaitReady);
    }

    /** Ends when all are done or have failed. */
    private static void forEach(List<AppProcess> all, ExecutorService threads, Consumer<AppProcess> action) {
        try (threads) {
            List<Future<?>> doing = new ArrayList<>();
            all.forEach(app -> doing.add(threads.submit(() -> action.accept(app))));
            for (Future<?> one : doing) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What callers talk to. */
    AppProcess entrance() {
        return entrance;
    }

    /** The processes that own the logs' partitions; empty when nobody does. */
    List<AppProcess> owners() {
        return named(BUILT.logOwner().name());
    }

    /** The processes that run a function: its own, or the one that runs everything. */
    List<AppProcess> of(String function) {
        List<AppProcess> own = named(function);
        return own.isEmpty() ? named(BUILT.allInOne().name()) : own;
    }

    private List<AppProcess> named(String name) {
        return processes.stream().filter(app -> app.name().equals(name)).toList();
    }

    /** Starts one more process that runs this function; the caller stops it. */
    AppProcess another(String function) {
        Deployable app = topology.isSplit() ? BUILT.function(function) : BUILT.allInOne();
        AppProcess another = process(app, Map.of(), app.name() + "-another");
        another.restart();
        return another;
    }

    /** Ends those that run. */
    void stop() {
        forEach(processes, Executors.newVirtualThreadPerTaskExecutor(), AppProcess::stop);
    }
}
