package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Partitioner;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every store of checkpoints keeps: they go forward only, and none is taken for another. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class CheckpointStoreContract {

    private static final String CONTEXT = "tck";
    private static final String HANDLER = "contribute";
    private static final int PARTITIONS = 8;
    private static final Partition PARTITION = new Partition("wallet", 7);

    private final UUID log = UUID.randomUUID();

    /** The store, as another process sees it. Empty when a test begins. */
    protected abstract CheckpointStore connect();

    @Test
    void a_checkpoint_is_found_by_other_processes_as_it_was_left() {
        CheckpointStore store = connect();
        assertThat(store.advance(CONTEXT, HANDLER, PARTITION, at(4211))).isEqualTo(at(4211));
        assertThat(store.advance(CONTEXT, HANDLER, PARTITION, at(4212))).isEqualTo(at(4212));
        assertThat(connect().find(CONTEXT, HANDLER, PARTITION)).contains(at(4212));
    }

    @Test
    void position_0_is_remembered_too() {
        CheckpointStore store = connect();
        assertThat(store.find(CONTEXT, HANDLER, PARTITION)).isEmpty();
        store.advance(CONTEXT, HANDLER, PARTITION, at(0));
        assertThat(store.find(CONTEXT, HANDLER, PARTITION)).contains(at(0));
    }

    @Test
    void a_checkpoint_never_goes_back_and_who_is_late_is_told() {
        CheckpointStore store = connect();
        store.advance(CONTEXT, HANDLER, PARTITION, at(10));
        assertThat(connect().advance(CONTEXT, HANDLER, PARTITION, at(9))).isEqualTo(at(10));
        assertThat(connect().advance(CONTEXT, HANDLER, PARTITION, at(10))).isEqualTo(at(10));
        assertThat(store.find(CONTEXT, HANDLER, PARTITION)).contains(at(10));
    }

    @Test
    void the_checkpoint_of_another_log_is_left_alone_and_told() {
        CheckpointStore store = connect();
        store.advance(CONTEXT, HANDLER, PARTITION, at(10));
        var anew = new Checkpoint(UUID.randomUUID(), 99);
        assertThat(store.advance(CONTEXT, HANDLER, PARTITION, anew)).isEqualTo(at(10));
        assertThat(store.find(CONTEXT, HANDLER, PARTITION)).contains(at(10));
    }

    @Test
    void contexts_handlers_and_partitions_are_apart() {
        CheckpointStore store = connect();
        store.advance(CONTEXT, HANDLER, PARTITION, at(1));
        store.advance("tck-other", HANDLER, PARTITION, at(2));
        store.advance(CONTEXT, "contribute-more", PARTITION, at(3));
        store.advance(CONTEXT, HANDLER, new Partition("wallet", 8), at(4));
        store.advance(CONTEXT, HANDLER, new Partition("wallet", 77), at(5));
        assertThat(store.find(CONTEXT, HANDLER, PARTITION)).contains(at(1));
        assertThat(store.find("tck-other", HANDLER, PARTITION)).contains(at(2));
        assertThat(store.find(CONTEXT, "contribute-more", PARTITION)).contains(at(3));
        assertThat(store.find(CONTEXT, HANDLER, new Partition("wallet", 8))).contains(at(4));
    }

    @Test
    void many_advances_later_the_last_one_is_found() {
        CheckpointStore store = connect();
        for (int position = 1; position <= 100; position++) {
            store.advance(CONTEXT, HANDLER, PARTITION, at(position));
        }
        assertThat(connect().find(CONTEXT, HANDLER, PARTITION)).contains(at(100));
    }

    @Test
    void of_processes_that_advance_at_once_the_farthest_counts() {
        Parallel.inParallel(6, process -> {
            CheckpointStore store = connect();
            for (int i = 1; i <= 20; i++) {
                long position = 6L * i + process;
                assertThat(store.advance(CONTEXT, HANDLER, PARTITION, at(position))
                                .position())
                        .isGreaterThanOrEqualTo(position);
            }
            return process;
        });
        assertThat(connect().find(CONTEXT, HANDLER, PARTITION)).contains(at(125));
    }

    @Test
    void a_handler_keeps_to_the_ids_that_it_began_with() {
        assertThat(begin(log)).isEqualTo(DerivedIds.TIME_ORDERED);
        connect().advance(CONTEXT, HANDLER, PARTITION, at(1));
        assertThat(begin(log)).isEqualTo(DerivedIds.TIME_ORDERED);
    }

    @Test
    void a_handler_that_had_come_somewhere_before_it_was_asked_keeps_to_hashed_ids_in_that_log() {
        connect().advance(CONTEXT, HANDLER, PARTITION, at(0));
        assertThat(begin(log)).isEqualTo(DerivedIds.HASHED);
        assertThat(begin(log)).isEqualTo(DerivedIds.HASHED);
        assertThat(begin(UUID.randomUUID())).isEqualTo(DerivedIds.TIME_ORDERED);
    }

    @Test
    void processes_that_begin_at_once_make_ids_alike() {
        List<DerivedIds> begun = Parallel.inParallel(6, process -> {
            DerivedIds ids = begin(log);
            connect().advance(CONTEXT, HANDLER, PARTITION, at(process));
            return ids;
        });
        assertThat(begun).hasSize(6).containsOnly(DerivedIds.TIME_ORDERED);
    }

    private DerivedIds begin(UUID id) {
        var descriptor = new LogDescriptor(id, PARTITION.aggregateType(), new Partitioner(PARTITIONS), 1);
        return connect().begin(CONTEXT, HANDLER, descriptor);
    }

    private Checkpoint at(long position) {
        return new Checkpoint(log, position);
    }
}
