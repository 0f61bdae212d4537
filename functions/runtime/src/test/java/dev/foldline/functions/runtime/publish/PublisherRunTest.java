package dev.foldline.functions.runtime.publish;

import static dev.foldline.functions.runtime.publish.Notes.append;
import static dev.foldline.functions.runtime.publish.Notes.idIn;
import static dev.foldline.functions.runtime.publish.Notes.notes;
import static dev.foldline.functions.runtime.publish.Notes.toldOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instances of one publisher come and go while its log is written. */
class PublisherRunTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final StoreForTests store = new StoreForTests();
    private final Logs logs = store.process();
    private final EventLog stored = StoreForTests.stored(logs);
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final List<RunningPublisher> instances = new ArrayList<>();
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        instances.forEach(RunningPublisher::close);
        store.close();
    }

    @Test
    void each_commit_is_published_once_and_in_order_whoever_is_killed() {
        start();
        start();
        List<List<Integer>> written = new ArrayList<>();
        IntStream.range(0, StoreForTests.PARTITIONS).forEach(number -> written.add(new ArrayList<>()));
        for (int i = 20; i < 420; i++) {
            write(i % StoreForTests.PARTITIONS, i, written);
            if (i % 50 == 0) {
                instances.get(i / 50 - 1).close();
                start();
            }
        }
        for (int number = 0; number < StoreForTests.PARTITIONS; number++) {
            List<String> told = toldOf(written.get(number));
            int partition = number;
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(notes(published(partition))).isEqualTo(told));
            assertDense(published(partition));
        }
    }

    private void write(int partition, int number, List<List<Integer>> written) {
        Commit commit = append(stored, partition, idIn(stored, partition, random.nextInt(3)), number);
        written.get(partition).add(number);
        for (CommitListener listener : listeners) {
            if (random.nextInt(3) > 0) {
                listener.heard(stored.descriptor().partition(partition), commit);
            }
        }
    }

    private void start() {
        instances.add(RunningPublisher.start(
                store.process(), (source, handler, listener) -> listeners.add(listener), (to, commit) -> {}));
    }

    private List<Commit> published(int partition) {
        return StoreForTests.published(logs).read(partition, 0, 1_000);
    }

    private static void assertDense(List<Commit> commits) {
        var versions = new HashMap<String, Long>();
        for (Commit commit : commits) {
            assertThat(commit.version()).isEqualTo(versions.getOrDefault(commit.aggregateId(), 0L));
            versions.put(commit.aggregateId(), commit.nextVersion());
        }
    }
}
