package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code services} process, seen from the command that starts it. */
record Services(StateDirectory state, Session session, Map<Backend, Integer> ports) {

    /** Starts the servers, and says where they are when all of them answer. */
    Map<Backend, ServicesReport.Server> start(Duration patience) throws IOException {
        System.out.println(
                "Starting " + ports.keySet().stream().map(Backend::label).collect(Collectors.joining(", ")) + " ...");
        Files.deleteIfExists(state.servicesFile());
        session.start(
                RunningProcess.SERVICES,
                arguments(),
                Map.of("CLASSPATH", System.getProperty("java.class.path")),
                Map.of());
        session.awaitReady(RunningProcess.SERVICES, patience, () -> Files.exists(state.servicesFile()));
        Map<Backend, ServicesReport.Server> servers =
                JsonFile.read(state.servicesFile(), ServicesReport.class).servers();
        session.addresses(RunningProcess.SERVICES, addresses(servers));
        return servers;
    }

    private static Map<String, String> addresses(Map<Backend, ServicesReport.Server> servers) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Backend backend : Backend.values()) {
            if (servers.containsKey(backend)) {
                addresses.put(backend.label(), servers.get(backend).url());
            }
        }
        return addresses;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx384m",
                Foldline.class.getName(),
                "services",
                "--run",
                session.id(),
                "--state-dir",
                state.root().toString()));
        ports.forEach((backend, port) -> arguments.addAll(List.of("--port", backend + "=" + port)));
        return arguments;
    }
}
