package dev.foldline.local.cli;

import dev.foldline.local.LocalServer;
import dev.foldline.local.LocalServers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code services} process: runs the servers until it is told to stop, which they hear of themselves. */
@Command(name = "services", hidden = true)
final class ServicesCommand implements Callable<Integer> {

    @Option(names = "--state-dir", required = true)
    private Path directory = StateOption.DEFAULT;

    @Option(names = "--run", required = true)
    private String run = "";

    @Option(names = "--port")
    private Map<Backend, Integer> ports = new EnumMap<>(Backend.class);

    @Override
    public Integer call() throws Exception {
        ServicesLog.configure();
        StateDirectory state = new StateDirectory(directory);
        LocalServers servers = builder(state).start();
        JsonFile.write(state.servicesFile(), report(servers));
        new CountDownLatch(1).await();
        return 0;
    }

    private LocalServers.Builder builder(StateDirectory state) {
        LocalServers.Builder builder = LocalServers.in(state.root()).logs(state.logs());
        ports.forEach((backend, port) -> {
            switch (backend) {
                case AMQP -> builder.broker(port);
                case MONGODB -> builder.mongodb(port);
                case POSTGRES -> builder.postgres(port);
            }
        });
        return builder;
    }

    private ServicesReport report(LocalServers servers) {
        Map<Backend, ServicesReport.Server> reports = new EnumMap<>(Backend.class);
        for (Backend backend : ports.keySet()) {
            LocalServer server =
                    switch (backend) {
                        case AMQP -> servers.broker();
                        case MONGODB -> servers.mongodb();
                        case POSTGRES -> servers.postgres();
                    };
            reports.put(
                    backend, new ServicesReport.Server(server.url(), server.description(), server.isStandIn(), false));
        }
        return new ServicesReport(run, reports);
    }
}
