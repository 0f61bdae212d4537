package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.QueryOptions;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.Update;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.edge.SubscriptionEdges;
import dev.foldline.functions.runtime.subscribe.MemoryRows;
import dev.foldline.functions.runtime.subscribe.OpenSubscriptions;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.local.LocalServers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process subscribes to a query that another answers, and cannot tell. */
@SuppressWarnings("NullAway.Init")
class RemoteSubscriptionsTest {

    private static final FunctionCatalog ANSWERING = new FunctionCatalog(
            List.of(),
            List.of(new FunctionCatalog.Entry(
                    "test", "number", MemoryRows.FindNumber.class, MemoryRows.NumberFunction.class)),
            List.of(),
            List.of(),
            List.of());
    private static final FunctionCatalog ASKING = new FunctionCatalog(
            List.of(),
            List.of(),
            List.of(),
            List.of(new FunctionCatalog.RemoteEntry("test", "number", "", MemoryRows.AskForNumber.class)),
            List.of());
    private static final Duration LEASE = Duration.ofMillis(1_500);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static LocalServers servers;
    private final MemoryRows rows = new MemoryRows();
    private final OpenSubscriptions relayed = MemoryRows.open(10);
    private TestProcess asking;
    private TestProcess answering;
    private AmqpStreams streams;

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
        asking = new TestProcess(servers.broker().url(), ASKING, Tracing.off());
        streams = new AmqpStreams(asking.broker(), ASKING, relayed, asking.vertx(), LEASE, Duration.ofSeconds(20));
        streams.start(new StartupEvent());
        await().until(streams::isAttached);
        answering = new TestProcess(servers.broker().url(), ANSWERING, Tracing.off());
    }

    @AfterEach
    void stop() {
        asking.close();
        answering.close();
    }

    @Test
    void answers_come_with_their_tokens_for_longer_than_a_lease_and_none_comes_twice() {
        answer(answering, MemoryRows.open(10));
        var seen = subscribe("a", Token.NONE);
        await().until(() -> seen.numbers().equals(List.of(-1L)));
        rows.put("a", 5);
        await().until(() -> seen.numbers().equals(List.of(-1L, 5L)));
        assertThat(seen.last().token()).isEqualTo(Token.parse("numbers/0@1"));
        await().during(LEASE.multipliedBy(2)).atMost(LONG).until(() -> seen.numbers()
                .equals(List.of(-1L, 5L)));
        rows.put("a", 6);
        await().until(() -> seen.numbers().equals(List.of(-1L, 5L, 6L)));
    }

    @Test
    void another_instance_goes_on_when_the_one_that_answered_is_gone() {
        answer(answering, MemoryRows.open(10));
        var seen = subscribe("b", Token.NONE);
        await().until(() -> seen.numbers().equals(List.of(-1L)));
        answering.close();
        rows.abandon();
        rows.put("b", 1);
        answering = new TestProcess(servers.broker().url(), ANSWERING, Tracing.off());
        answer(answering, MemoryRows.open(10));
        await().atMost(LONG).until(() -> seen.numbers().equals(List.of(-1L, 1L)));
        rows.put("b", 2);
        await().until(() -> seen.numbers().equals(List.of(-1L, 1L, 2L)));
    }

    @Test
    void an_instance_that_stops_says_so_and_another_goes_on_at_once() {
        var first = MemoryRows.open(10);
        answer(answering, first);
        var seen = subscribe("c", Token.NONE);
        await().until(() -> seen.numbers().equals(List.of(-1L)));
        first.stop(new ShutdownEvent());
        try (var second = new TestProcess(servers.broker().url(), ANSWERING, Tracing.off())) {
            answering.close();
            rows.abandon();
            answer(second, MemoryRows.open(10));
            rows.put("c", 1);
            await().atMost(LONG).until(() -> seen.numbers().equals(List.of(-1L, 1L)));
        }
    }

    @Test
    void a_broker_that_restarts_interrupts_and_loses_nothing() {
        answer(answering, MemoryRows.open(10));
        var seen = subscribe("d", Token.NONE);
        await().until(() -> seen.numbers().equals(List.of(-1L)));
        servers.broker().stop();
        rows.put("d", 1);
        servers.broker().start();
        await().atMost(LONG).until(() -> seen.numbers().equals(List.of(-1L, 1L)));
        rows.put("d", 2);
        await().until(() -> seen.numbers().equals(List.of(-1L, 1L, 2L)));
    }

    @Test
    void nobody_is_asked_any_more_when_the_subscriber_has_gone() {
        answer(answering, MemoryRows.open(10));
        var seen = subscribe("e", Token.NONE);
        await().until(() -> seen.numbers().equals(List.of(-1L)));
        assertThat(rows.listeners()).isEqualTo(1);
        seen.subscription().cancel();
        await().atMost(LONG).until(() -> rows.listeners() == 0);
        await().during(LEASE).atMost(LONG).until(() -> rows.listeners() == 0);
    }

    @Test
    void nobody_is_answered_any_more_when_the_subscribers_process_has_gone() {
        answer(answering, MemoryRows.open(10));
        var seen = subscribe("f", Token.NONE);
        await().until(() -> seen.numbers().equals(List.of(-1L)));
        asking.close();
        await().atMost(LONG).until(() -> rows.listeners() == 0);
    }

    @Test
    void what_cannot_be_answered_is_told_as_the_fault_that_it_is() {
        var late = subscribe("g", Token.NONE, Duration.ofMillis(300));
        await().until(() -> late.fault() instanceof DeadlineExceededException);
        answer(answering, MemoryRows.open(0));
        var refused = subscribe("g", Token.NONE);
        await().until(() -> refused.fault() instanceof UnavailableException);
    }

    private void answer(TestProcess process, OpenSubscriptions open) {
        var edge = SubscriptionEdges.answering(ANSWERING, rows.subscriptions(ANSWERING, process.vertx(), open));
        var subscriptions = new AmqpSubscriptions(edge, process.replies());
        process.broker()
                .attach(new AmqpInbox(
                        Addresses.query("test", "number"),
                        Addresses.QUEUE,
                        message -> subscriptions.take(ANSWERING.queries().getFirst(), new AmqpRequest(message))));
    }

    private Seen subscribe(String name, Token token) {
        return subscribe(name, token, Duration.ofSeconds(10));
    }

    private Seen subscribe(String name, Token token, Duration patience) {
        var seen = new Seen();
        SubscriptionEdges.subscribe(
                        ASKING,
                        streams,
                        new MemoryRows.AskForNumber(name),
                        MemoryRows.Found.class,
                        new QueryOptions(token, patience))
                .subscribe(seen);
        return seen;
    }

    /** A subscriber that remembers. */
    private static final class Seen implements Flow.Subscriber<Update<MemoryRows.Found>> {

        private final List<Update<MemoryRows.Found>> updates = new ArrayList<>();
        private Flow.@Nullable Subscription subscription;
        private @Nullable Throwable fault;

        synchronized List<Long> numbers() {
            return updates.stream()
                    .map(update -> update.answer().map(MemoryRows.Found::number).orElse(-1L))
                    .toList();
        }

        synchronized Update<MemoryRows.Found> last() {
            return updates.getLast();
        }

        synchronized @Nullable Throwable fault() {
            return fault;
        }

        synchronized Flow.Subscription subscription() {
            return Objects.requireNonNull(subscription);
        }

        @Override
        public synchronized void onSubscribe(Flow.Subscription fresh) {
            subscription = fresh;
            fresh.request(Long.MAX_VALUE);
        }

        @Override
        public synchronized void onNext(Update<MemoryRows.Found> update) {
            updates.add(update);
        }

        @Override
        public synchronized void onError(Throwable thrown) {
            fault = thrown;
        }

        @Override
        public void onComplete() {
            onError(new IllegalStateException("completed"));
        }
    }
}
