package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DeadlineStore.Cause;
import dev.foldline.eventstore.DeadlineStore.Deadline;
import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogMismatchException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepartitionTest {

    private static final MongoServer SERVER = new EmbeddedMongo();
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final int COMMITS = 1_000;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final ConnectionEpoch epoch = new ConnectionEpoch();
    private final MongoClient client = MongoClients.create(
            epoch.watch(MongoClientSettings.builder().applyConnectionString(SERVER.connectionString()))
                    .build());
    private final LogPlace from = place("old");
    private final LogPlace to = place("new");
    private final Map<String, List<NewCommit>> history = new HashMap<>();

    private LogPlace place(String name) {
        return new LogPlace(client, epoch, MongoOptions.defaults().withDatabasePrefix(unique + name + "-"));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void fill() {
        EventLog log = source();
        var random = new Random(1);
        Map<String, Long> versions = new HashMap<>();
        Map<Integer, List<NewCommit>> commits = new HashMap<>();
        for (int i = 0; i < COMMITS; i++) {
            String id = "w-" + random.nextInt(100);
            long version = versions.getOrDefault(id, 0L);
            NewCommit commit = commit(id, version, 1 + random.nextInt(3), TIME.plusMillis(random.nextInt(60_000)));
            versions.put(id, version + commit.events().size());
            history.computeIfAbsent(id, any -> new ArrayList<>()).add(commit);
            commits.computeIfAbsent(log.descriptor().partitionOf(id).number(), any -> new ArrayList<>())
                    .add(commit);
        }
        commits.forEach((partition, all) -> log.append(partition, 0, all));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 3, 1})
    void a_copy_has_each_aggregates_commits_as_they_were(int partitions) {
        Repartition.Done done = run(partitions);

        EventLog copy = to.store().open(wallets(partitions));
        assertThat(done.commits()).isEqualTo(COMMITS);
        assertThat(copy.heads().stream().mapToLong(Long::longValue).sum()).isEqualTo(COMMITS);
        assertThat(copy.descriptor().id())
                .isEqualTo(done.id())
                .isNotEqualTo(source().descriptor().id());
        history.forEach((id, commits) -> assertThat(copy.load(id, 0))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("position")
                .isEqualTo(commits.stream().map(commit -> commit.at(1)).toList()));
    }

    @Test
    void a_copy_goes_on_and_a_retry_of_an_old_command_gets_its_first_answer() {
        run(8);
        EventLog copy = to.store().open(wallets(8));
        String id = "w-7";
        int partition = copy.descriptor().partitionOf(id).number();
        long head = copy.head(partition);
        Commit first = copy.load(id, 0).getFirst();

        NewCommit retry = commit(id, copy.version(id), 1, TIME, first.commandId());
        assertThat(copy.append(partition, head, List.of(retry))).isEqualTo(new AppendResult.AlreadyCommitted(0, first));
        NewCommit next = commit(id, copy.version(id), 1, TIME);
        assertThat(copy.append(partition, head, List.of(next))).isEqualTo(new AppendResult.Complete(1));
    }

    @Test
    void two_copies_are_the_same() {
        run(8);
        LogPlace another = place("another");
        repartition(another, 8, Set.of()).run((phase, done, total) -> {});

        EventLog one = to.store().open(wallets(8));
        EventLog other = another.store().open(wallets(8));
        for (int partition = 0; partition < 8; partition++) {
            assertThat(one.read(partition, 0, COMMITS)).isEqualTo(other.read(partition, 0, COMMITS));
        }
    }

    @Test
    void one_that_was_interrupted_cannot_be_opened_and_is_continued() {
        Repartition repartition = repartition(to, 8, Set.of());
        assertThatThrownBy(() -> repartition.run((phase, done, total) -> {
                    if (done == COMMITS - 10) {
                        throw new IllegalStateException("the power is gone");
                    }
                }))
                .hasMessageContaining("power");
        assertThatThrownBy(() -> to.store().open(wallets(8)))
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContaining("run ./foldline repartition again");

        assertThat(run(8).commits()).isEqualTo(COMMITS);
        assertThat(to.store().open(wallets(8)).heads()).hasSize(8);
        assertThatThrownBy(() -> run(8))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining("is there already, and complete");
    }

    @Test
    void a_log_that_is_written_to_meanwhile_is_told_and_its_copy_stays_closed() {
        assertThatThrownBy(() -> repartition(to, 8, Set.of()).run((phase, done, total) -> {
                    if (phase == Repartition.Phase.COMPARING && done == 1) {
                        EventLog log = source();
                        int partition = log.descriptor().partitionOf("late").number();
                        log.append(partition, log.head(partition), List.of(commit("late", 0, 1, TIME)));
                    }
                }))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining("written to meanwhile");
        assertThatThrownBy(() -> run(8))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining("Drop it and start again");
    }

    @Test
    void a_copy_that_was_tampered_with_is_found_out() {
        assertThatThrownBy(() -> repartition(to, 8, Set.of()).run((phase, done, total) -> {
                    if (phase == Repartition.Phase.COMPARING && done == 1) {
                        to.database("tck")
                                .getCollection("wallet_events_05")
                                .updateOne(
                                        new org.bson.Document("_id", 2L),
                                        new org.bson.Document("$set", new org.bson.Document("e.0.k", "x")));
                    }
                }))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining("wallet/5@2");
    }

    @Test
    void a_policy_that_has_done_everything_goes_along_with_its_deadlines_and_forgets_what_they_were_caused_by() {
        EventLog source = source();
        checkpoints(source, 0);
        var owner = new Owner("tck", "limit");
        var deadlines = new MongoDeadlineStore(client, from.options());
        var deadline = new Deadline("w-1", TIME, UUID.randomUUID(), "wallet/end", "{}", Map.of());
        var late = new Cause(source.descriptor().partition(1), 1_000_000, 0);
        deadlines.schedule(owner, late, deadline);

        Repartition.Done done = run(8);

        assertThat(done.moved()).containsExactly("limit");
        EventLog copy = to.store().open(wallets(8));
        assertThat(to.checkpoints().begin("tck", "limit", copy.descriptor())).isEqualTo(DerivedIds.TIME_ORDERED);
        for (int number = 0; number < 8; number++) {
            assertThat(to.checkpoints().find("tck", "limit", copy.descriptor().partition(number)))
                    .contains(new Checkpoint(done.id(), copy.head(number)));
        }
        var moved = new MongoDeadlineStore(client, to.options());
        assertThat(moved.due(owner, TIME.plusSeconds(1), 10)).containsExactly(deadline);
        var next = new Cause(copy.descriptor().partition(1), copy.head(1) + 1, 0);
        assertThat(moved.cancel(owner, next, "w-1")).isTrue();
    }

    @Test
    void a_policy_that_has_not_done_everything_is_named_unless_it_is_left_behind() {
        checkpoints(source(), 1);

        assertThatThrownBy(() -> run(8))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining("'limit' is at position");
        assertThat(to.store().logs("tck")).isEmpty();
        assertThat(repartition(to, 8, Set.of("limit"))
                        .run((phase, done, total) -> {})
                        .moved())
                .isEmpty();
    }

    @Test
    void a_command_id_of_two_partitions_that_become_one_is_named() {
        EventLog log = source();
        UUID commandId = UUID.randomUUID();
        for (int partition = 0; partition < 2; partition++) {
            int number = partition;
            String id = history.keySet().stream()
                    .filter(known -> log.descriptor().partitionOf(known).number() == number)
                    .findFirst()
                    .orElseThrow();
            log.append(number, log.head(number), List.of(commit(id, log.version(id), 1, TIME, commandId)));
        }

        assertThatThrownBy(() -> run(1))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining(commandId.toString());
        assertThat(repartition(place("larger"), 8, Set.of())
                        .run((phase, done, total) -> {})
                        .commits())
                .isEqualTo(COMMITS + 2);
    }

    @Test
    void what_is_published_from_the_log_has_to_be_given_up_knowingly() {
        EventLog source = source();
        EventLog published = from.store().open(new LogDefinition("tck", "published-wallet", 1));
        Map<String, String> origin =
                Map.of("source-log", source.descriptor().id().toString(), "source", "1");
        published.append(0, 0, List.of(new NewCommit("w-1", 0, UUID.randomUUID(), TIME, List.of(event(1)), origin)));

        assertThatThrownBy(() -> run(8))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining("--republish");
        assertThat(to.store().logs("tck")).as("nothing was copied").isEmpty();
        assertThat(new Repartition(from, to, "tck", "wallet", 8, Set.of(), true)
                        .run((phase, done, total) -> {})
                        .commits())
                .isEqualTo(COMMITS);
    }

    @Test
    void what_is_published_from_a_log_is_not_repartitioned_without_it() {
        EventLog published = from.store().open(new LogDefinition("tck", "published-wallet", 1));
        Map<String, String> origin = Map.of("source-log", UUID.randomUUID().toString(), "source", "1");
        published.append(0, 0, List.of(new NewCommit("w-1", 0, UUID.randomUUID(), TIME, List.of(event(1)), origin)));

        assertThatThrownBy(() -> new Repartition(from, to, "tck", "published-wallet", 8, Set.of(), true)
                        .run((phase, done, total) -> {}))
                .isInstanceOf(RepartitionException.class)
                .hasMessageContaining("repartition that one");
        assertThat(to.store().logs("tck")).isEmpty();
    }

    private void checkpoints(EventLog log, long behind) {
        for (int number = 0; number < 4; number++) {
            var reached = new Checkpoint(log.descriptor().id(), log.head(number) - behind);
            from.checkpoints().advance("tck", "limit", log.descriptor().partition(number), reached);
        }
    }

    private EventLog source() {
        return from.store().open(wallets(4));
    }

    private Repartition.Done run(int partitions) {
        return repartition(to, partitions, Set.of()).run((phase, done, total) -> {});
    }

    private Repartition repartition(LogPlace target, int partitions, Set<String> left) {
        return new Repartition(from, target, "tck", "wallet", partitions, left, false);
    }

    private static LogDefinition wallets(int partitions) {
        return new LogDefinition("tck", "wallet", partitions);
    }

    private static NewCommit commit(String id, long version, int events, Instant time) {
        return commit(id, version, events, time, UUID.randomUUID());
    }

    private static NewCommit commit(String id, long version, int events, Instant time, UUID commandId) {
        List<EventData> data = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            data.add(event(version + i));
        }
        return new NewCommit(id, version, commandId, time, data, Map.of("actor", "a-" + version));
    }

    private static EventData event(long number) {
        return new EventData("happened", 1, ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8));
    }
}
