package dev.foldline.bench;

import dev.foldline.local.apps.Deployable;
import dev.foldline.local.apps.Deployables;
import dev.foldline.local.apps.Packaging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./foldline bench startup}. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "From the start of a process to its first answer, and its memory, of one application of each kind.",
            "Native executables are measured where a build with -Dnative has left them."
        })
final class StartupBenchmark implements Callable<Integer> {

    private static final double KIB_PER_MIB = 1024;

    @Option(names = "--starts", description = "how often each is started; default: 5")
    private int starts = 5;

    @Option(names = "--requests", description = "before the memory is looked at again; default: 200")
    private int requests = 200;

    @Option(names = "--json", description = "where the figures go; default: target/bench-startup.json")
    private Path json = Path.of("target/bench-startup.json");

    private final Path home = Path.of(System.getProperty("foldline.home", "")).toAbsolutePath();

    @Override
    public Integer call() throws Exception {
        Path state = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-startup-");
        try (ServersProcess servers = ServersProcess.start(state, EnumSet.allOf(ServersProcess.Kind.class))) {
            Machine machine = Machine.here(servers.urls().mongodbIs());
            List<StartupReport.Row> rows = new ArrayList<>();
            for (StartupSubject subject : StartupSubject.of(Deployables.in(home))) {
                for (Packaging packaging : Packaging.values()) {
                    rows.add(row(subject, packaging, environment(servers.urls()), state));
                }
            }
            tell(new StartupReport(machine, starts, requests, rows));
        }
        return 0;
    }

    private static Map<String, String> environment(ServersProcess.Urls servers) {
        return Map.of(
                "FOLDLINE_AMQP_URL", servers.amqp(),
                "FOLDLINE_MONGODB_URL", servers.mongodb(),
                "FOLDLINE_POSTGRES_URL", servers.postgres());
    }

    private StartupReport.Row row(
            StartupSubject subject, Packaging packaging, Map<String, String> environment, Path state)
            throws IOException {
        Deployable app = subject.app();
        String name = packaging.name().toLowerCase(Locale.ROOT);
        if (!isBuilt(app, packaging)) {
            return new StartupReport.Row(subject.kind(), app.name(), name, null, howToBuild(app, packaging));
        }
        System.err.println("Starting " + app.name() + " (" + name + ") ...");
        Path log = state.resolve(app.name().replace('/', '-') + "-" + name + ".log");
        return new StartupReport.Row(
                subject.kind(), app.name(), name, measure(subject, packaging, environment, log), "");
    }

    private static boolean isBuilt(Deployable app, Packaging packaging) {
        return switch (packaging) {
            case JVM -> Files.exists(app.jar());
            case NATIVE -> app.executable().isPresent();
        };
    }

    private String howToBuild(Deployable app, Packaging packaging) {
        return "./mvnw -pl " + home.relativize(app.module()) + " -am package -DskipTests "
                + switch (packaging) {
                    case JVM -> "-Ddeployable";
                    case NATIVE -> app.buildOfExecutable();
                };
    }

    private StartupReport.Measured measure(
            StartupSubject subject, Packaging packaging, Map<String, String> environment, Path log) throws IOException {
        List<Double> millis = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        List<Double> unshared = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            try (StartedApp started = new StartedApp(subject, packaging, environment, log)) {
                millis.add(started.awaitAnswer());
                started.residentKib().ifPresent(kib -> resident.add(kib / KIB_PER_MIB));
                started.privateKib().ifPresent(kib -> unshared.add(kib / KIB_PER_MIB));
                started.ask(requests);
                started.residentKib().ifPresent(kib -> later.add(kib / KIB_PER_MIB));
            }
        }
        return new StartupReport.Measured(Spread.of(millis), spread(resident), spread(unshared), spread(later));
    }

    private static @Nullable Spread spread(List<Double> values) {
        return values.isEmpty() ? null : Spread.of(values);
    }

    private void tell(StartupReport report) throws IOException {
        System.out.println(report.markdown());
        Path file = home.resolve(json);
        Files.createDirectories(file.toAbsolutePath().getParent());
        report.writeJson(file);
        System.out.println("Figures: " + file);
    }
}
