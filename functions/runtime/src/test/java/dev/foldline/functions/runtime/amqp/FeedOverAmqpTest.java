package dev.foldline.functions.runtime.amqp;

import static dev.foldline.functions.runtime.publish.Notes.append;
import static dev.foldline.functions.runtime.publish.Notes.idIn;
import static dev.foldline.functions.runtime.publish.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.follow.CommitTarget;
import dev.foldline.functions.runtime.follow.EventHandler;
import dev.foldline.functions.runtime.follow.Follower;
import dev.foldline.functions.runtime.publish.Notes;
import dev.foldline.functions.runtime.publish.RunningPublisher;
import dev.foldline.functions.runtime.publish.StoreForTests;
import dev.foldline.local.LocalServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes: one publishes, the other reads what was published and has no store. */
class FeedOverAmqpTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Logs NO_STORE = (context, type) -> {
        throw new AssertionError("this process has no store");
    };

    private final Path directory;
    private final StoreForTests store = new StoreForTests();
    private final Logs logs = store.process();
    private final EventLog stored = StoreForTests.stored(logs);
    private final List<List<Integer>> written = IntStream.range(0, StoreForTests.PARTITIONS)
            .<List<Integer>>mapToObj(number -> new ArrayList<>())
            .toList();
    private final List<AutoCloseable> open = new ArrayList<>();

    FeedOverAmqpTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        store.close();
    }

    @Test
    void a_newcomer_reads_everything_from_the_start_and_goes_on_whatever_becomes_of_the_broker() {
        LocalServers servers = broker();
        write(0, 700);
        publisher(servers);
        FeedProcess newcomer = process(servers, false);
        var heard = new Hearing();
        Thread follower = follow(newcomer, heard, Duration.ofMillis(200));
        open.add(follower::interrupt);
        write(700, 800);
        assertThatAllWasHeard(heard);
        servers.broker().stop();
        write(800, 900);
        servers.broker().start();
        write(900, 1_000);
        assertThatAllWasHeard(heard);
    }

    @Test
    void what_is_published_is_announced_to_whoever_follows_the_stream() {
        LocalServers servers = broker();
        publisher(servers);
        var heard = new Hearing();
        write(0, 3);
        Thread follower = follow(process(servers, false), heard, NEVER);
        open.add(follower::interrupt);
        assertThatAllWasHeard(heard);
        // It does not look by itself, and what is announced before it has subscribed is no news to it.
        AtomicInteger next = new AtomicInteger(3);
        await().atMost(LONG).until(() -> {
            write(next.get(), next.addAndGet(12));
            return hearsAllWithin(heard, Duration.ofSeconds(2));
        });
    }

    @Test
    void large_commits_are_read_as_well() {
        LocalServers servers = broker();
        Integer[] many = new Integer[4_000];
        Arrays.fill(many, 1_000_001);
        for (int i = 0; i < 8; i++) {
            append(stored, 0, idIn(stored, 0, 0), many);
            written.getFirst().addAll(List.of(many));
        }
        publisher(servers);
        var heard = new Hearing();
        Thread follower = follow(process(servers, false), heard, Duration.ofMillis(200));
        open.add(follower::interrupt);
        assertThatAllWasHeard(heard);
    }

    @Test
    void a_gateway_passes_on_what_is_asked_over_http() {
        LocalServers servers = broker();
        write(0, 30);
        FeedProcess publishing = publisher(servers);
        FeedProcess gateway = process(servers, false);
        await().atMost(LONG).until(() -> StoreForTests.published(logs).head(1) > 0);
        for (Map<String, String> asked : List.of(Map.<String, String>of(), Map.of("partition", "1", "limit", "1"))) {
            await().atMost(LONG).untilAsserted(() -> {
                Reply reply = read(gateway, asked);
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.contentType()).isEqualTo("application/json");
                assertThat(reply.body()).isEqualTo(read(publishing, asked).body());
            });
        }
        assertThat(read(gateway, Map.of("partition", "9")).status()).isEqualTo(400);
    }

    private static Reply read(FeedProcess process, Map<String, String> parameters) {
        return process.edge()
                .read("desk", "notes", parameters)
                .toCompletableFuture()
                .join();
    }

    @Test
    void a_feed_whose_publisher_or_broker_is_away_is_a_store_that_cannot_be_reached() {
        LocalServers servers = broker();
        CommitReader feed = process(servers, false).feeds(NO_STORE).feed(Notes.PUBLISHED);
        assertThatThrownBy(feed::descriptor).isInstanceOf(StoreUnavailableException.class);
        publisher(servers);
        await().atMost(LONG).ignoreExceptions().until(() -> feed.heads().size() == StoreForTests.PARTITIONS);
        servers.broker().stop();
        assertThatThrownBy(() -> feed.read(0, 0, 1)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_position_that_the_log_does_not_have_is_a_log_that_was_truncated() {
        LocalServers servers = broker();
        publisher(servers);
        CommitReader feed = process(servers, false).feeds(NO_STORE).feed(Notes.PUBLISHED);
        await().atMost(LONG).ignoreExceptions().until(() -> feed.descriptor() != null);
        assertThatThrownBy(() -> feed.read(0, 5, 1)).isInstanceOf(LogTruncatedException.class);
        assertThatThrownBy(() -> feed.read(3, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write(int from, int to) {
        for (int number = from; number < to; number++) {
            int partition = number % StoreForTests.PARTITIONS;
            int told = number == 13 ? 14 : number;
            append(stored, partition, idIn(stored, partition, number % 2), told);
            written.get(partition).add(told);
        }
    }

    private void assertThatAllWasHeard(Hearing heard) {
        await().atMost(LONG).untilAsserted(() -> assertThat(heard.all()).isEqualTo(told()));
    }

    private boolean hearsAllWithin(Hearing heard, Duration patience) {
        try {
            await().atMost(patience).until(() -> heard.all().equals(told()));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private List<List<String>> told() {
        return written.stream().map(Notes::toldOf).toList();
    }

    private LocalServers broker() {
        LocalServers servers = LocalServers.in(directory).broker().start();
        open.add(servers);
        return servers;
    }

    private FeedProcess process(LocalServers servers, boolean publishing) {
        var process = new FeedProcess(
                servers.broker().url(),
                publishing ? StoreForTests.publishing(logs) : StoreForTests.following(NO_STORE));
        open.add(process);
        return process;
    }

    private FeedProcess publisher(LocalServers servers) {
        FeedProcess process = process(servers, true);
        open.add(RunningPublisher.start(logs, process.subscriptions(), process.announcements(Notes.PUBLISHED)));
        return process;
    }

    private static Thread follow(FeedProcess process, Hearing heard, Duration pollInterval) {
        var handler = new EventHandler("test", "newcomer", "newcomer", Notes.PUBLISHED, Ordering.PARTITION);
        var follower = new Follower(
                handler,
                heard,
                process.feeds(NO_STORE),
                process.subscriptions(),
                new SimpleMeterRegistry(),
                pollInterval);
        return Thread.ofVirtual().start(follower);
    }

    /** Remembers what it hears. */
    private static final class Hearing implements CommitTarget {

        private final Map<Integer, List<Commit>> heard = new ConcurrentHashMap<>();

        @Override
        public long resume(LogDescriptor log, Partition partition) {
            return of(partition.number()).size();
        }

        @Override
        public synchronized boolean apply(LogDescriptor log, Partition partition, List<Commit> next) {
            var all = new ArrayList<>(of(partition.number()));
            all.addAll(next);
            heard.put(partition.number(), List.copyOf(all));
            return true;
        }

        List<Commit> of(int partition) {
            return heard.getOrDefault(partition, List.of());
        }

        List<List<String>> all() {
            return IntStream.range(0, StoreForTests.PARTITIONS)
                    .mapToObj(number -> notes(of(number)))
                    .toList();
        }
    }
}
