package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalCommandGateway;
import dev.foldline.functions.runtime.LocalQueryGateway;
import dev.foldline.functions.runtime.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Flow;

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
        return new CommandRouter(catalog, here, new RemoteCommandGateway(commands()), tracing);
    }

    public QueryGateway queryGateway(LocalQueryGateway here) {
        return new QueryRouter(
                catalog,
                here,
                new RemoteQueryGateway(catalog, remote),
                new RemoteSubscriptions(catalog, Edges::nobody),
                new Gatherer(here, remote),
                tracing);
    }

    public CommandEdge commandEdge(CommandGateway gateway) {
        return new CommandEdge(catalog, gateway, commands(), new SimpleMeterRegistry(), TIMEOUT);
    }

    public QueryEdge queryEdge(LocalQueryGateway here) {
        QueryGateway gateway = queryGateway(here);
        var gathers = new GatherEdge(catalog, gateway, here);
        return new QueryEdge(catalog, gateway, remote, gathers, new SimpleMeterRegistry(), TIMEOUT);
    }

    private static Flow.Publisher<Reply> nobody(
            String context, String name, byte[] body, String token, Duration patience) {
        throw new AssertionError("nobody subscribes here");
    }

    private RemoteCommands commands() {
        return new RemoteCommands(catalog, remote, PARTITIONS);
    }
}
