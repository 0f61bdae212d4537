package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.SnapshotStore.Origin;
import dev.foldline.eventstore.SnapshotStore.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every store of snapshots keeps: one for each aggregate and revision, the newest, whole, and none is taken for another. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class SnapshotStoreContract {

    private static final SnapshotStore.Key KEY = key("tck", "wallet", "w-1", 1);

    private final UUID log = UUID.randomUUID();

    /** The store, as another process sees it. Empty when a test begins. */
    protected abstract SnapshotStore connect();

    @Test
    void a_snapshot_is_found_by_other_processes_as_it_was_saved() {
        SnapshotStore store = connect();
        assertThat(store.find(KEY)).isEmpty();
        Snapshot snapshot = at(log, 500, Long.MAX_VALUE - 1);
        store.save(KEY, snapshot);
        assertThat(connect().find(KEY)).contains(snapshot);
    }

    @Test
    void a_newer_one_takes_the_place_of_an_older_one_and_never_the_other_way_round() {
        SnapshotStore store = connect();
        store.save(KEY, at(log, 500, 7));
        Snapshot newer = at(log, 1_000, 20);
        connect().save(KEY, newer);
        assertThat(store.find(KEY)).contains(newer);
        store.save(KEY, at(log, 999, 19));
        store.save(KEY, at(log, 1_000, 20));
        assertThat(store.find(KEY)).contains(newer);
    }

    @Test
    void one_of_another_log_is_replaced_however_new_it_is() {
        SnapshotStore store = connect();
        store.save(KEY, at(UUID.randomUUID(), 9_000, 9_000));
        Snapshot first = at(log, 500, 7);
        store.save(KEY, first);
        assertThat(store.find(KEY)).contains(first);
    }

    @Test
    void only_the_one_that_is_meant_is_removed() {
        SnapshotStore store = connect();
        Snapshot snapshot = at(log, 500, 7);
        store.save(KEY, snapshot);
        store.remove(KEY, at(log, 500, 7).origin());
        store.remove(KEY, at(log, 501, 7).origin());
        store.remove(key("tck", "wallet", "w-1", 2), snapshot.origin());
        assertThat(store.find(KEY)).contains(snapshot);
        connect().remove(KEY, snapshot.origin());
        assertThat(store.find(KEY)).isEmpty();
        Snapshot older = at(log, 400, 6);
        store.save(KEY, older);
        assertThat(store.find(KEY)).contains(older);
    }

    @Test
    void contexts_types_aggregates_and_revisions_are_apart() {
        SnapshotStore store = connect();
        List<SnapshotStore.Key> keys = List.of(
                KEY,
                key("tck", "wallet", "w-1", 2),
                key("tck", "wallet", "w-1@1", 1),
                key("tck", "wallet", "W-1", 1),
                key("tck", "purse", "w-1", 1),
                key("tck-other", "wallet", "w-1", 1));
        List<Snapshot> snapshots =
                keys.stream().map(key -> at(log, 500 - keys.indexOf(key), 7)).toList();
        keys.forEach(key -> store.save(key, snapshots.get(keys.indexOf(key))));
        assertThat(keys).allSatisfy(key -> assertThat(store.find(key)).contains(snapshots.get(keys.indexOf(key))));
    }

    @Test
    void a_state_of_a_megabyte_is_kept() {
        SnapshotStore store = connect();
        byte[] state = new byte[1024 * 1024];
        new Random(1).nextBytes(state);
        var large = new Snapshot(at(log, 500, 7).origin(), new EventData("snapshot", 1, state));
        store.save(KEY, large);
        assertThat(connect().find(KEY)).contains(large);
    }

    /** Not every server changes a document atomically: any of them may stay, but no mixture. */
    @Test
    void of_processes_that_save_at_once_one_has_its_way() {
        List<Snapshot> saved = Parallel.inParallel(6, process -> {
            SnapshotStore store = connect();
            Snapshot last = at(log, process, process);
            for (int i = 1; i <= 20; i++) {
                last = at(log, 6L * i + process, i);
                store.save(KEY, last);
            }
            return last;
        });
        Snapshot found = connect().find(KEY).orElseThrow(AssertionError::new);
        assertThat(found.state())
                .isEqualTo(at(log, found.origin().nextVersion(), 1).state());
        Snapshot end = at(log, 1_000, 1_000);
        connect().save(KEY, end);
        assertThat(saved).hasSize(6);
        assertThat(connect().find(KEY)).contains(end);
    }

    /** The state says which version it is of. */
    private static Snapshot at(UUID log, long version, long position) {
        byte[] state = new byte[40];
        new Random(version).nextBytes(state);
        var origin = new Origin(
                log, position, version - 1, version, UUID.randomUUID(), Instant.ofEpochMilli(1_700_000_000_123L));
        return new Snapshot(origin, new EventData("snapshot", 3, state));
    }

    private static SnapshotStore.Key key(String context, String type, String id, int revision) {
        return new SnapshotStore.Key(context, new Aggregate(type, id), revision);
    }
}
