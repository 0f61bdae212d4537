package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.MalformedBodyException;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalGateways;
import dev.foldline.functions.runtime.edge.Edges;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.MemoryLog;
import dev.foldline.local.LocalServers;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process sends commands to the handler in another, and cannot tell. */
@SuppressWarnings("NullAway.Init")
class RemoteCommandsTest {

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
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    private static LocalServers servers;
    private final MemoryLog log = new MemoryLog();
    private TestProcess sender;
    private TestProcess handler;
    private CommandGateway gateway;

    @BeforeAll
    static void startBroker() {
        servers = LocalServers.in(directory).broker().start();
    }

    @AfterAll
    static void stopBroker() {
        servers.close();
    }

    @BeforeEach
    void start() {
        sender = new TestProcess(servers.broker().url(), SENDING, Tracing.off());
        gateway = new Edges(SENDING, sender.remote(), Tracing.off())
                .commandGateway(LocalGateways.commands(SENDING, List.of(), new MemoryLog(), Tracing.off()));
        handler = new TestProcess(servers.broker().url(), HANDLING, Tracing.off());
    }

    @AfterEach
    void stop() {
        sender.close();
        handler.close();
    }

    @Test
    void an_accepted_command_is_answered_with_version_and_token() {
        handle();
        assertThat(send(new Tally.SendAdd("t", 5))).isEqualTo(accepted("t", 1, 1));
        assertThat(send(new Tally.SendAdd("u", 5))).isEqualTo(accepted("u", 1, 2));
    }

    @Test
    void a_refusal_is_a_value_with_its_code() {
        handle();
        assertThat(send(new Tally.SendAdd("t", -1)))
                .isEqualTo(new CommandAnswer.Rejected("below-zero", "the tally is at 0"));
    }

    @Test
    void a_lost_race_is_a_value_with_the_number_of_attempts() {
        handle();
        log.beforeAppend(() -> log.change(commits -> commits.add(foreign(commits.size() + 1))));
        assertThat(send(new Tally.SendAdd("t", 1)))
                .isInstanceOfSatisfying(CommandAnswer.Contended.class, contended -> assertThat(contended.attempts())
                        .isGreaterThan(1));
    }

    @Test
    void what_the_handlers_record_does_not_take_is_the_callers_mistake() {
        handle();
        assertThatThrownBy(() -> send(new Tally.SendAdd("t", 13)))
                .hasCauseInstanceOf(InvalidValueException.class)
                .hasMessageContaining("13 is not a number to add");
        assertThatThrownBy(() -> send(new Tally.SendAdd("t", Long.MAX_VALUE)))
                .hasCauseInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("'by'");
    }

    @Test
    void a_command_of_no_contract_is_unknown_and_a_handlers_mistake_is_no_fault_of_the_callers() {
        handle();
        assertThatThrownBy(() -> send(new Tally.Subtract("t"))).hasCauseInstanceOf(UnknownMessageException.class);
        assertThatThrownBy(() -> send(new Tally.SendAdd("t", 666)))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("internal-error");
    }

    @Test
    void a_command_past_its_deadline_is_not_executed() {
        assertThatThrownBy(() -> send(new Tally.SendAdd("late", 1), UUID.randomUUID(), Duration.ofMillis(200)))
                .hasCauseInstanceOf(DeadlineExceededException.class);
        handle();
        assertThat(send(new Tally.SendAdd("t", 1))).isEqualTo(accepted("t", 1, 1));
        assertThat(log.all()).extracting(Commit::aggregateId).containsExactly("t");
    }

    @Test
    void a_command_whose_reply_comes_too_late_is_sent_again_and_executed_once() {
        handle();
        var reply = new CountDownLatch(1);
        log.afterAppend(() -> hold(reply));
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> send(new Tally.SendAdd("t", 1), id, Duration.ofMillis(300)))
                .hasCauseInstanceOf(DeadlineExceededException.class);
        reply.countDown();
        assertThat(send(new Tally.SendAdd("t", 1), id, PATIENCE)).isEqualTo(accepted("t", 1, 1));
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void a_broker_that_goes_away_makes_commands_unavailable_and_loses_and_doubles_none() {
        handle();
        var reply = new CountDownLatch(1);
        log.afterAppend(() -> hold(reply));
        UUID id = UUID.randomUUID();
        CompletableFuture<CommandAnswer> first = gateway.send(
                        new Tally.SendAdd("t", 1), new CommandOptions(id, PATIENCE, Map.of()))
                .toCompletableFuture();
        await().until(() -> log.all().size() == 1);
        servers.broker().stop();
        assertThatThrownBy(first::join).hasCauseInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> send(new Tally.SendAdd("t", 1), id, PATIENCE))
                .hasCauseInstanceOf(UnavailableException.class);
        reply.countDown();
        servers.broker().start();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(send(new Tally.SendAdd("t", 1), id, Duration.ofSeconds(2)))
                        .isEqualTo(accepted("t", 1, 1)));
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void metadata_travels_with_the_command_into_the_commit() {
        handle();
        Map<String, String> metadata = Map.of(
                Metadata.CORRELATION, "c-1",
                Metadata.CAUSATION, "wallet/7@4211",
                Metadata.ACTOR, "a-1",
                Metadata.TRACE_PARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                Metadata.TRACE_STATE, "vendor=1");
        gateway.send(new Tally.SendAdd("t", 1), new CommandOptions(UUID.randomUUID(), PATIENCE, metadata))
                .toCompletableFuture()
                .join();
        assertThat(log.all()).extracting(Commit::metadata).containsExactly(metadata);
    }

    @Test
    void metadata_that_cannot_travel_is_refused() {
        handle();
        for (Map<String, String> metadata :
                List.of(Map.of("other", "x"), Map.of(Metadata.ACTOR, "a".repeat(256)), Map.of(Metadata.ACTOR, "ü"))) {
            var options = new CommandOptions(UUID.randomUUID(), PATIENCE, metadata);
            assertThat(gateway.send(new Tally.SendAdd("t", 1), options))
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withCauseInstanceOf(InvalidValueException.class);
        }
    }

    private void handle() {
        var edges = new Edges(HANDLING, handler.remote(), Tracing.off());
        CommandGateway local = LocalGateways.commands(HANDLING, List.of(new Tally.AddFunction()), log, Tracing.off());
        new AmqpCommands(HANDLING, handler.broker(), handler.replies(), edges.commandEdge(local), Tracing.off())
                .start(new StartupEvent());
    }

    private CommandAnswer send(Object command) {
        return send(command, UUID.randomUUID(), PATIENCE);
    }

    private CommandAnswer send(Object command, UUID id, Duration patience) {
        return gateway.send(command, new CommandOptions(id, patience, Map.of()))
                .toCompletableFuture()
                .join();
    }

    private CommandAnswer accepted(String id, long version, long position) {
        return new CommandAnswer.Accepted(
                new Aggregate("counter", id), version, Token.of(log.descriptor().partition(0), position));
    }

    private Commit foreign(long position) {
        return new Commit(
                position,
                "foreign",
                position - 1,
                UUID.randomUUID(),
                Instant.EPOCH,
                List.of(new EventData("added", 1, "{\"by\":1}".getBytes(StandardCharsets.UTF_8))),
                Map.of());
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
