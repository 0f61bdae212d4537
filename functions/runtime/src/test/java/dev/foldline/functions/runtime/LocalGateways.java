package dev.foldline.functions.runtime;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.own.Appenders;
import dev.foldline.functions.runtime.own.OwnerLink;
import dev.foldline.functions.runtime.subscribe.LocalSubscriptions;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.CommitSink;
import dev.foldline.functions.runtime.write.SnapshotSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gateways to handlers of a process, without the process. */
public final class LocalGateways {

    private LocalGateways() {}

    /** A gateway to these functions, whose projections are as far as anybody wants. */
    public static LocalQueryGateway queries(FunctionCatalog catalog, List<QueryFunction<?, ?>> functions, Vertx vertx) {
        return new LocalQueryGateway(catalog, functions, OpenGate::new, LocalGateways::none, vertx);
    }

    private static CompletionStage<Reply> nobody(String context, Partition partition, byte[] body, Duration patience) {
        throw new AssertionError("no partition is owned here");
    }

    private static LocalSubscriptions none() {
        throw new AssertionError("nobody subscribes here");
    }

    /** A gateway to these functions, all of which write the log. */
    public static LocalCommandGateway commands(
            FunctionCatalog catalog, List<CommandFunction<?>> functions, EventLog log, Tracing tracing) {
        return commands(catalog, functions, log, tracing, LocalGateways::nobody, "never");
    }

    /** A gateway to these functions, all of which write the log by way of owners in other processes. */
    public static LocalCommandGateway commands(
            FunctionCatalog catalog, List<CommandFunction<?>> functions, EventLog log, OwnerLink owners) {
        return commands(catalog, functions, log, Tracing.off(), owners, "always");
    }

    private static LocalCommandGateway commands(
            FunctionCatalog catalog,
            List<CommandFunction<?>> functions,
            EventLog log,
            Tracing tracing,
            OwnerLink owners,
            String ownerUse) {
        Logs logs = (context, aggregateType) -> log;
        var payloads = new PayloadSettings(PayloadFormat.JSON, 0);
        var snapshots = new SnapshotSettings(Optional.empty(), 0, payloads);
        var meters = new SimpleMeterRegistry();
        var appenders = new Appenders(owners, ownerUse, tracing, meters);
        var writers = new WriterRegistry(logs, new Silence(), payloads, snapshots, meters, appenders);
        return new LocalCommandGateway(catalog, functions, writers);
    }

    /** Holds nobody back. */
    private static final class OpenGate implements ConsistencyGate {

        @Override
        public CompletionStage<Void> await(String projection, Token token, Duration timeout) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Token> reached(String projection) {
            return CompletableFuture.completedStage(Token.NONE);
        }
    }

    /** Tells nobody. */
    private static final class Silence implements Announcements {

        @Override
        public CommitSink of(EventSource<?> source, LogDescriptor log) {
            return (partition, commit) -> {};
        }

        @Override
        public CompletionStage<Void> announce(SourceName source, Partition partition, Commit commit) {
            return CompletableFuture.completedStage(null);
        }
    }
}
