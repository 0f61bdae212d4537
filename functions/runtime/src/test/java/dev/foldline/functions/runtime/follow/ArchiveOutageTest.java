package dev.foldline.functions.runtime.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.runtime.CommitListener;
import dev.foldline.functions.runtime.publish.Notes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A follower that the archive keeps from going on says what to do, and goes on by itself when that was done. */
class ArchiveOutageTest {

    private static final int COMMITS = 12;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory = Path.of("");

    private ArchivedLog log;
    private final Map<Integer, List<Long>> applied = new ConcurrentHashMap<>();
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @BeforeEach
    void archive() {
        log = new ArchivedLog(directory);
        EventLog notes = log.withoutArchive();
        IntStream.range(0, COMMITS).forEach(i -> append(notes, 0));
        log.move();
        append(notes, 1);
    }

    @AfterEach
    void close() {
        threads.forEach(Thread::interrupt);
        log.close();
    }

    @Test
    void a_process_that_knows_no_archive_goes_on_when_the_commits_are_back() {
        Follower follower = follow(log.withoutArchive());
        await().atMost(LONG).until(() -> applied(1).equals(List.of(1L)));
        await().atMost(LONG).untilAsserted(() -> assertThat(follower.failures())
                .singleElement()
                .asString()
                .startsWith("log-archived: ")
                .contains("note/0", "foldline.archive.url", "./foldline archive restore"));
        assertThat(applied(0)).isEmpty();

        log.restore();

        awaitAll(follower);
    }

    @Test
    void a_segment_that_is_away_is_named_until_it_is_back() throws IOException {
        Path segment = segment();
        Path elsewhere = directory.resolveSibling(directory.getFileName() + "-elsewhere");
        Files.move(segment, elsewhere);
        Follower follower = follow(log.withArchive());
        await().atMost(LONG).untilAsserted(() -> assertThat(follower.failures())
                .singleElement()
                .asString()
                .startsWith("archive-corrupt: ")
                .contains(segment.getFileName().toString()));

        Files.move(elsewhere, segment);

        awaitAll(follower);
    }

    @Test
    void what_is_announced_to_a_partition_that_stands_still_takes_no_room_and_is_not_lost() {
        EventLog notes = log.withoutArchive();
        Follower follower = follow(notes);
        await().atMost(LONG).until(() -> !follower.failures().isEmpty());

        Commit commit = append(log.withArchive(), 0);
        CompletableFuture<Void> heard = listeners
                .getFirst()
                .heard(notes.descriptor().partition(0), commit)
                .toCompletableFuture();
        await().atMost(LONG).until(heard::isDone);
        log.restore();

        await().atMost(LONG).until(() -> applied(0).size() == COMMITS + 1);
    }

    private void awaitAll(Follower follower) {
        await().atMost(LONG).untilAsserted(() -> assertThat(applied(0))
                .isEqualTo(LongStream.rangeClosed(1, COMMITS).boxed().toList()));
        await().atMost(LONG).until(() -> follower.failures().isEmpty());
    }

    private Follower follow(EventLog notes) {
        var follower = new Follower(
                new EventHandler("test", "reader", "reader", Notes.STORED, Ordering.PARTITION),
                new Applied(),
                source -> notes,
                (source, queue, listener) -> listeners.add(listener),
                new SimpleMeterRegistry(),
                Duration.ofMillis(50));
        threads.add(Thread.ofVirtual().start(follower));
        await().atMost(LONG).until(() -> !listeners.isEmpty());
        return follower;
    }

    private static Commit append(EventLog notes, int partition) {
        return Notes.append(notes, partition, Notes.idIn(notes, partition, 0), 1);
    }

    private List<Long> applied(int partition) {
        return applied.computeIfAbsent(partition, number -> new CopyOnWriteArrayList<>());
    }

    private Path segment() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers the positions. */
    private final class Applied implements CommitTarget {

        @Override
        public long resume(LogDescriptor of, Partition partition) {
            return applied(partition.number()).size();
        }

        @Override
        public boolean apply(LogDescriptor of, Partition partition, List<Commit> next) {
            next.forEach(commit -> applied(partition.number()).add(commit.position()));
            return true;
        }
    }
}
