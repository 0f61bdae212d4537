package dev.foldline.functions.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A state that began with a snapshot is the one that the whole history adds up to, whatever happens: several processes, some
 * of which stop, snapshots that are deleted, and a log that is restored to an earlier state. Each seed is one story.
 */
class SnapshotsOnServerTest {

    private static final EmbeddedMongo SERVER = new EmbeddedMongo();
    private static final List<String> AGGREGATES = List.of("a", "b", "c");
    private static final int STEPS = 80;
    private static final int AFTER = 4;

    private static double found;
    private static double refused;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void a_state_from_a_snapshot_is_that_of_the_whole_history(int seed) {
        MongoOptions options = MongoOptions.defaults().withDatabasePrefix("seed" + seed + "-");
        var random = new Random(seed);
        List<CounterProcess> processes = new ArrayList<>(List.of(process(options), process(options)));
        try (MongoClient client = MongoClients.create(SERVER.connectionString())) {
            for (int step = 0; step < STEPS; step++) {
                step(random, options, processes, client);
            }
            assertRight(processes.getFirst());
        } finally {
            processes.forEach(CounterProcess::close);
        }
    }

    private static void step(Random random, MongoOptions options, List<CounterProcess> processes, MongoClient client) {
        int which = random.nextInt(processes.size());
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> restart(processes, which, options);
            case 3 -> collection(client, options, "counter_snapshots").deleteMany(new Document());
            case 4 -> {
                processes.forEach(CounterProcess::close);
                loseLast(random.nextInt(8), collection(client, options, "counter_events_00"));
                processes.replaceAll(ignored -> process(options));
                assertRight(processes.get(which));
            }
            default ->
                processes.get(which).send(AGGREGATES.get(random.nextInt(AGGREGATES.size())), random.nextInt(9) - 3);
        }
    }

    private static void restart(List<CounterProcess> processes, int which, MongoOptions options) {
        processes.get(which).close();
        CounterProcess anew = process(options);
        processes.set(which, anew);
        assertRight(anew);
    }

    private static void assertRight(CounterProcess process) {
        assertThat(AGGREGATES)
                .allSatisfy(aggregate -> assertThat(process.state(aggregate)).isEqualTo(process.truth(aggregate)));
        found += process.outcomes("found");
        refused += process.outcomes("refused");
    }

    private static void loseLast(int commits, MongoCollection<Document> log) {
        long head = log.countDocuments();
        log.deleteMany(Filters.gt("_id", head - commits));
    }

    @Test
    void in_these_stories_snapshots_are_used_and_refused() {
        IntStream.rangeClosed(11, 13).forEach(this::a_state_from_a_snapshot_is_that_of_the_whole_history);
        assertThat(found).isPositive();
        assertThat(refused).isPositive();
    }

    private static CounterProcess process(MongoOptions options) {
        return new CounterProcess(SERVER.connectionString(), options, AFTER);
    }

    private static MongoCollection<Document> collection(MongoClient client, MongoOptions options, String name) {
        return client.getDatabase(options.databasePrefix() + "test").getCollection(name);
    }
}
