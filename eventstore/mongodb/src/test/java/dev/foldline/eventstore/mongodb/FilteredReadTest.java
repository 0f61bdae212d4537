package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a filtered read asks of the server. */
class FilteredReadTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int COMMITS = 3_000;

    private final Finds listener = new Finds();
    private final AtomicInteger finds = listener.count;
    private final EmbeddedMongo server = new EmbeddedMongo();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(server.connectionString())
            .addCommandListener(listener)
            .build());
    private final EventLog log = new MongoEventStore(client, new ConnectionEpoch(), MongoOptions.defaults())
            .open(new LogDefinition("filtered", "wallet", 1));

    @BeforeEach
    void appendOneEachHour() {
        log.append(
                0,
                0,
                IntStream.range(0, COMMITS)
                        .mapToObj(i -> commit("a", i, START.plus(Duration.ofHours(i))))
                        .toList());
        finds.set(0);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void finds_the_beginning_of_a_time_range_by_halving() {
        FilteredCommits page = log.read(0, hours(2_000, 2_003), 0, 10);

        assertThat(page.commits()).extracting(commit -> commit.position()).containsExactly(2_001L, 2_002L, 2_003L);
        assertThat(finds).hasValueLessThan(18);
    }

    @Test
    void goes_on_within_a_time_range_without_looking_for_its_beginning() {
        FilteredCommits first = log.read(0, hours(2_000, 2_900), 0, 10);
        finds.set(0);
        FilteredCommits second = log.read(0, hours(2_000, 2_900), first.position(), 10);

        assertThat(second.commits().getFirst().position())
                .isEqualTo(first.commits().getLast().position() + 1);
        assertThat(finds).hasValueLessThan(4);
    }

    @Test
    void does_not_look_behind_a_time_range_that_is_over() {
        assertThat(log.read(0, hours(10, 20), 100, 10)).isEqualTo(new FilteredCommits(List.of(), 100));
        assertThat(finds).hasValue(1);
    }

    @Test
    void looks_at_the_whole_log_in_one_go_where_nothing_limits_it() {
        CommitFilter filter = CommitFilter.all().withAliases(Set.of("unheard-of"));

        assertThat(log.read(0, filter, 0, 10)).isEqualTo(new FilteredCommits(List.of(), COMMITS));
        assertThat(finds).hasValueLessThan(4);
    }

    private static CommitFilter hours(int from, int until) {
        return CommitFilter.all().withTimes(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(until)));
    }

    private static NewCommit commit(String aggregateId, long version, Instant time) {
        List<EventData> events = List.of(new EventData("happened", 1, new byte[] {(byte) 0xA0}));
        return new NewCommit(aggregateId, version, UUID.randomUUID(), time, events, Map.of());
    }

    /** Counts them. Not anonymous, as Quarkus makes a bean of each such class. */
    static final class Finds implements CommandListener {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("find")) {
                count.incrementAndGet();
            }
        }
    }
}
