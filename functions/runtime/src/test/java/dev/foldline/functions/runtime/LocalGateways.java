package dev.foldline.functions.runtime;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.runtime.trace.Tracing;
import java.util.List;

/** Gateways to handlers of a process, without the process. */
public final class LocalGateways {

    private LocalGateways() {}

    /** A gateway to these functions, all of which write the log. */
    public static LocalCommandGateway commands(
            FunctionCatalog catalog, List<CommandFunction<?>> functions, EventLog log, Tracing tracing) {
        Logs logs = (context, aggregateType) -> log;
        var writers = new WriterRegistry(logs, (partition, commit) -> {}, PayloadFormat.JSON, tracing);
        return new LocalCommandGateway(catalog, functions, writers);
    }
}
