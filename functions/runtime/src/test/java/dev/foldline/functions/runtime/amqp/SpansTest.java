package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalGateways;
import dev.foldline.functions.runtime.edge.Edges;
import dev.foldline.functions.runtime.event.CommitListeners;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.MemoryLog;
import dev.foldline.local.LocalServers;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the sender of a command to those who hear of its commit, all spans are of one trace. */
class SpansTest {

    private static final FunctionCatalog HANDLING = new FunctionCatalog(
            List.of(new FunctionCatalog.Entry("test", "add", Tally.Add.class, Tally.AddFunction.class)),
            List.of(),
            List.of(),
            List.of());
    private static final FunctionCatalog SENDING = new FunctionCatalog(
            List.of(),
            List.of(),
            List.of(new FunctionCatalog.RemoteEntry("test", "add", "id", Tally.SendAdd.class)),
            List.of());
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = Tracing.to(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());
    private final MemoryLog log = new MemoryLog();

    @Test
    void the_spans_of_a_command_and_of_its_commit_are_one_trace(@TempDir Path directory) {
        try (LocalServers servers = LocalServers.in(directory).broker().start();
                var sender = new TestProcess(servers.broker().url(), SENDING, tracing);
                var handler = new TestProcess(servers.broker().url(), HANDLING, tracing)) {
            handle(handler);
            send(sender);
            follow(handler, log.all().getFirst());
            await().untilAsserted(() -> assertThat(spans.getFinishedSpanItems()).hasSizeGreaterThanOrEqualTo(5));
        }
        assertThat(spans.getFinishedSpanItems())
                .allSatisfy(span -> assertThat(span.getTraceId()).isEqualTo(TRACE));
        assertThat(parentOf("send test.command.add")).isEqualTo(CALLER);
        assertThat(parentOf("process test.command.add"))
                .isEqualTo(span("send test.command.add").getSpanId());
        assertThat(parentOf("handle test/add"))
                .isEqualTo(span("process test.command.add").getSpanId());
        assertThat(parentOf("append counter/0"))
                .isEqualTo(span("handle test/add").getSpanId());
        assertThat(parentOf("process test.event.counter::tallies"))
                .isEqualTo(span("handle test/add").getSpanId());
    }

    private void send(TestProcess sender) {
        CommandGateway gateway = new Edges(SENDING, sender.remote(), tracing)
                .commandGateway(LocalGateways.commands(SENDING, List.of(), new MemoryLog(), tracing));
        var metadata = Map.of(Metadata.TRACE_PARENT, "00-" + TRACE + "-" + CALLER + "-01");
        gateway.send(new Tally.SendAdd("t", 5), new CommandOptions(UUID.randomUUID(), Duration.ofSeconds(20), metadata))
                .toCompletableFuture()
                .join();
    }

    private void handle(TestProcess handler) {
        var edges = new Edges(HANDLING, handler.remote(), tracing);
        CommandGateway local =
                edges.commandGateway(LocalGateways.commands(HANDLING, List.of(new Tally.AddFunction()), log, tracing));
        new AmqpCommands(HANDLING, handler.broker(), handler.replies(), edges.commandEdge(local), tracing)
                .start(new StartupEvent());
    }

    private void follow(TestProcess process, Commit commit) {
        new AmqpCommitSubscriptions(process.broker(), new CommitListeners(), tracing)
                .subscribe(
                        new Tally.AddFunction().aggregateType().source(),
                        "tallies",
                        (partition, heard) -> CompletableFuture.completedStage(null));
        var outbox = new CommitOutbox(
                SourceName.of(new Tally.AddFunction().aggregateType().source()));
        process.broker().attach(outbox);
        await().until(() -> {
            outbox.send(log.descriptor().partition(0), commit);
            return spans.getFinishedSpanItems().stream()
                    .anyMatch(span -> span.getName().startsWith("process test.event"));
        });
    }

    private String parentOf(String name) {
        return span(name).getParentSpanId();
    }

    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
