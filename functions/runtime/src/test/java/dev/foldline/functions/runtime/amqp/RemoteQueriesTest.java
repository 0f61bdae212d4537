package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.Query;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.UnknownMessageException;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalGateways;
import dev.foldline.functions.runtime.LocalQueryGateway;
import dev.foldline.functions.runtime.edge.Edges;
import dev.foldline.functions.runtime.edge.SubscriptionEdges;
import dev.foldline.functions.runtime.subscribe.MemoryRows;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.local.LocalServers;
import io.quarkus.runtime.StartupEvent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process asks the handler in another, and cannot tell. */
@SuppressWarnings("NullAway.Init")
class RemoteQueriesTest {

    @Query(context = "test", name = "number")
    record FindNumber(String id) {}

    @Query(context = "test", name = "other")
    record FindOther(String id) {}

    record Figure(BigDecimal value, Instant since, Optional<String> name) {}

    static final class NumberFunction implements QueryFunction<FindNumber, Figure> {

        @Override
        public String projection() {
            return "numbers";
        }

        @Override
        public CompletionStage<Optional<Figure>> answer(FindNumber query) {
            return switch (query.id()) {
                case "none" -> CompletableFuture.completedStage(Optional.empty());
                case "slow" -> new CompletableFuture<>();
                case "away" -> CompletableFuture.failedStage(new UnavailableException("the database is away", null));
                case "broken" -> throw new IllegalStateException("a mistake");
                default -> CompletableFuture.completedStage(Optional.of(ONE));
            };
        }
    }

    private static final Figure ONE =
            new Figure(new BigDecimal("12345678901234567890.10"), Instant.ofEpochSecond(5, 123), Optional.of("one"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    private static LocalServers servers;
    private static TestProcess asker;
    private static TestProcess handler;
    private static QueryGateway gateway;

    @BeforeAll
    static void start() {
        servers = LocalServers.in(directory).broker().start();
        var asking = new FunctionCatalog(
                List.of(),
                List.of(),
                List.of(),
                List.of(new FunctionCatalog.RemoteEntry("test", "number", "", FindNumber.class)));
        asker = new TestProcess(servers.broker().url(), asking, Tracing.off());
        gateway = new Edges(asking, asker.remote(), Tracing.off())
                .queryGateway(LocalGateways.queries(asking, List.of(), asker.vertx()));
        var handling = new FunctionCatalog(
                List.of(),
                List.of(new FunctionCatalog.Entry("test", "number", FindNumber.class, NumberFunction.class)),
                List.of(),
                List.of());
        handler = new TestProcess(servers.broker().url(), handling, Tracing.off());
        LocalQueryGateway here = LocalGateways.queries(handling, List.of(new NumberFunction()), handler.vertx());
        var edge = new Edges(handling, handler.remote(), Tracing.off()).queryEdge(here);
        new AmqpQueries(handling, handler.broker(), handler.replies(), edge, nobodySubscribes(), Tracing.off())
                .start(new StartupEvent());
    }

    private static AmqpSubscriptions nobodySubscribes() {
        var nothing = new FunctionCatalog(List.of(), List.of(), List.of(), List.of(), List.of());
        var local = new MemoryRows().subscriptions(nothing, handler.vertx(), MemoryRows.open(1));
        return new AmqpSubscriptions(SubscriptionEdges.answering(nothing, local), handler.replies());
    }

    @AfterAll
    static void stop() {
        asker.close();
        handler.close();
        servers.close();
    }

    @Test
    void an_answer_comes_as_it_was_given_and_nothing_found_is_empty() {
        assertThat(ask(new FindNumber("one"), PATIENCE)).contains(ONE);
        assertThat(ask(new FindNumber("none"), PATIENCE)).isEmpty();
    }

    @Test
    void faults_are_those_of_the_handler() {
        assertThatThrownBy(() -> ask(new FindNumber("away"), PATIENCE))
                .hasCauseInstanceOf(UnavailableException.class)
                .hasMessageContaining("the database is away");
        assertThatThrownBy(() -> ask(new FindNumber("slow"), Duration.ofMillis(300)))
                .hasCauseInstanceOf(DeadlineExceededException.class);
        assertThatThrownBy(() -> ask(new FindNumber("broken"), PATIENCE))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_query_of_no_contract_is_unknown() {
        assertThatThrownBy(() -> ask(new FindOther("one"), PATIENCE)).hasCauseInstanceOf(UnknownMessageException.class);
    }

    private static Optional<Figure> ask(Object query, Duration patience) {
        return gateway.ask(query, Figure.class, new QueryOptions(Token.NONE, patience))
                .toCompletableFuture()
                .join();
    }
}
