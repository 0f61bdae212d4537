package dev.foldline.local.cli;

import dev.foldline.local.apps.Deployable;
import dev.foldline.local.apps.Deployables;
import dev.foldline.local.apps.Packaging;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The applications of a run that is split. The first one serves the HTTP API: the gateway, or, when only some contexts are split,
 * the process that runs all others.
 */
record Plan(List<PlannedApp> apps) {

    static final String MODULES_DISABLED = "FOLDLINE_MODULES_DISABLED";

    /** @throws LauncherException there is no such context, or something is not built */
    static Plan of(Deployables deployables, SplitOptions options, int httpPort, ArchiveReaders archives) {
        List<String> contexts = options.contexts(deployables);
        List<PlannedApp> apps = new ArrayList<>();
        if (contexts.isEmpty()) {
            apps.add(app(deployables.gateway(), options, httpPort, Map.of(), archives));
            deployables.functions().forEach(function -> apps.add(app(function, options, 0, Map.of(), archives)));
        } else {
            List<Deployable> split = contexts.stream()
                    .distinct()
                    .flatMap(context -> deployables.functionsOf(context).stream())
                    .toList();
            String disabled = split.stream().map(Deployable::artifactId).collect(Collectors.joining(","));
            apps.add(app(deployables.allInOne(), options, httpPort, Map.of(MODULES_DISABLED, disabled), archives));
            split.forEach(function -> apps.add(app(function, options, 0, Map.of(), archives)));
        }
        if (options.ownsLogs()) {
            apps.add(app(deployables.logOwner(), options, 0, Map.of(), archives));
        }
        return new Plan(List.copyOf(apps));
    }

    private static PlannedApp app(
            Deployable deployable,
            SplitOptions options,
            int port,
            Map<String, String> settings,
            ArchiveReaders archives) {
        Packaging packaging = deployable.packaging(options.preferNative());
        if (packaging == Packaging.JVM && Files.notExists(deployable.jar())) {
            throw new LauncherException("There is no application at " + deployable.jar() + ".");
        }
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(archives.settings(deployable.jar(), packaging));
        return new PlannedApp(deployable, packaging, port, all);
    }

    /** The one that serves the HTTP API. */
    PlannedApp entrance() {
        return apps.getFirst();
    }

    /** Whether the one that serves the HTTP API is the all-in-one. */
    boolean servesAllInOne() {
        return entrance().name().equals(RunningProcess.APP);
    }

    /** What runs on the JVM for want of an executable, and how to make one; for someone who has asked for native ones. */
    String missingExecutables() {
        List<PlannedApp> missing =
                apps.stream().filter(app -> app.packaging() == Packaging.JVM).toList();
        if (missing.isEmpty()) {
            return "All are native executables.";
        }
        return """
                %d of %d are native executables. There is none of, and a JVM runs, %s.
                To make one, with a GraalVM or Mandrel for JDK 25 in GRAALVM_HOME:
                  ./mvnw -pl %s -am package -DskipTests -Dnative""".formatted(
                        apps.size() - missing.size(),
                        apps.size(),
                        missing.stream().map(PlannedApp::name).collect(Collectors.joining(", ")),
                        relative(missing.getFirst()));
    }

    private static String relative(PlannedApp app) {
        return app.deployable().module().toString().replaceFirst("^.*/(?=(functions|projections|deploy)/)", "");
    }
}
