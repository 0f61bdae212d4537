package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalCommandGateway;
import dev.foldline.functions.runtime.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** A process's edges and gateways, without the process. */
public final class Edges {

    private static final int PARTITIONS = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final FunctionCatalog catalog;
    private final Remote remote;
    private final Tracing tracing;

    public Edges(FunctionCatalog catalog, Remote remote, Tracing tracing) {
        this.catalog = catalog;
        this.remote = remote;
        this.tracing = tracing;
    }

    public CommandGateway commandGateway(LocalCommandGateway here) {
        return new CommandRouter(here, new RemoteCommandGateway(commands()), tracing);
    }

    public RemoteQueryGateway remoteQueries() {
        return new RemoteQueryGateway(catalog, remote);
    }

    public CommandEdge commandEdge(CommandGateway gateway) {
        return new CommandEdge(catalog, gateway, commands(), new SimpleMeterRegistry(), TIMEOUT);
    }

    public QueryEdge queryEdge(QueryGateway gateway) {
        return new QueryEdge(catalog, gateway, remote, new SimpleMeterRegistry(), TIMEOUT);
    }

    private RemoteCommands commands() {
        return new RemoteCommands(catalog, remote, PARTITIONS);
    }
}
