package dev.foldline.functions.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartitionLoopTest {

    private final LogArchivedException archived = new LogArchivedException(new Partition("counter", 0), 7);

    @Test
    void commands_that_came_while_one_was_written_are_written_together() throws Exception {
        var sizes = new ArrayList<Integer>();
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var loop = new PartitionLoop<PendingCommand<String>>(10, 4, group -> {
            sizes.add(group.size());
            first.countDown();
            await(go);
            answer(group);
        });
        Thread thread = Thread.ofVirtual().start(loop);
        List<PendingCommand<String>> all = submit(loop, 1);
        first.await();
        all.addAll(submit(loop, 5));
        go.countDown();
        all.forEach(pending -> pending.future().join());
        thread.interrupt();
        thread.join();
        assertThat(sizes).containsExactly(1, 4, 1);
    }

    @Test
    void a_full_queue_answers_unavailable_at_once() {
        var loop = new PartitionLoop<PendingCommand<String>>(2, 4, group -> {});
        List<PendingCommand<String>> all = submit(loop, 3);
        assertThat(all.getFirst().isAnswered()).isFalse();
        assertThatThrownBy(all.getLast().future()::join).hasCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void a_truncated_log_ends_the_loop_and_answers_whoever_waits_or_comes_later() throws Exception {
        var loop = new PartitionLoop<PendingCommand<String>>(10, 1, group -> {
            throw new LogTruncatedException("position 7 was seen, and is no more");
        });
        List<PendingCommand<String>> all = submit(loop, 3);
        Thread thread = Thread.ofVirtual().start(loop);
        thread.join();
        all.addAll(submit(loop, 1));
        assertThat(loop.ended()).isNotNull();
        assertThat(all).allSatisfy(pending -> assertThatThrownBy(pending.future()::join)
                .hasCauseInstanceOf(UnavailableException.class));
    }

    @Test
    void a_partition_that_its_archive_keeps_from_being_written_is_written_again_when_that_has_changed()
            throws Exception {
        var obstacle = new AtomicReference<@Nullable RuntimeException>(archived);
        var loop = new PartitionLoop<PendingCommand<String>>(10, 1, new Hindered(obstacle));
        List<PendingCommand<String>> all = submit(loop, 3);
        Thread thread = Thread.ofVirtual().start(loop);
        all.forEach(PartitionLoopTest::assertUnavailable);
        assertThat(loop.ended()).hasCause(archived);
        submit(loop, 1).forEach(PartitionLoopTest::assertUnavailable);

        obstacle.set(new ArchiveCorruptException("another one", null));
        Awaitility.await().until(() -> Objects.requireNonNull(loop.ended()).getCause() == obstacle.get());
        obstacle.set(new StoreUnavailableException("away", null));
        obstacle.set(null);
        Awaitility.await().until(() -> loop.ended() == null);

        assertThat(submit(loop, 1).getFirst().future().join()).isInstanceOf(CommandAnswer.Contended.class);
        thread.interrupt();
        thread.join();
    }

    @Test
    void a_log_that_was_lost_while_it_stood_still_ends_the_loop() throws Exception {
        var obstacle = new AtomicReference<@Nullable RuntimeException>(archived);
        var loop = new PartitionLoop<PendingCommand<String>>(10, 1, new Hindered(obstacle));
        List<PendingCommand<String>> all = submit(loop, 1);
        Thread thread = Thread.ofVirtual().start(loop);
        all.forEach(PartitionLoopTest::assertUnavailable);

        obstacle.set(new LogTruncatedException("position 7 was seen, and is no more"));
        thread.join();

        assertThat(loop.ended()).hasCause(obstacle.get());
    }

    @Test
    void a_failure_that_nobody_foresaw_is_one_groups_and_the_loop_goes_on() throws Exception {
        var failing = new AtomicBoolean(true);
        var loop = new PartitionLoop<PendingCommand<String>>(10, 1, group -> {
            if (failing.getAndSet(false)) {
                throw new IllegalStateException("a mistake");
            }
            answer(group);
        });
        List<PendingCommand<String>> all = submit(loop, 2);
        Thread thread = Thread.ofVirtual().start(loop);
        assertThatThrownBy(all.getFirst().future()::join).hasCauseInstanceOf(UnavailableException.class);
        assertThat(all.getLast().future().join()).isInstanceOf(CommandAnswer.Contended.class);
        thread.interrupt();
        thread.join();
    }

    private static void assertUnavailable(PendingCommand<String> pending) {
        assertThatThrownBy(pending.future()::join).hasCauseInstanceOf(UnavailableException.class);
    }

    /** Something keeps it from writing, or nothing does. */
    private record Hindered(AtomicReference<@Nullable RuntimeException> obstacle)
            implements PartitionLoop.GroupWriter<PendingCommand<String>> {

        @Override
        public void write(List<PendingCommand<String>> group) {
            requireWritable();
            answer(group);
        }

        @Override
        public void requireWritable() {
            RuntimeException found = obstacle.get();
            if (found != null) {
                throw found;
            }
        }
    }

    private static List<PendingCommand<String>> submit(PartitionLoop<PendingCommand<String>> loop, int count) {
        var all = new ArrayList<PendingCommand<String>>();
        for (int i = 0; i < count; i++) {
            var pending = new PendingCommand<>(
                    "c", "a", new CommandOptions(UUID.randomUUID(), Duration.ofMinutes(1), Map.of()));
            all.add(pending);
            loop.submit(pending);
        }
        return all;
    }

    private static void answer(List<PendingCommand<String>> group) {
        group.forEach(pending -> pending.answer(new CommandAnswer.Contended(0)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
