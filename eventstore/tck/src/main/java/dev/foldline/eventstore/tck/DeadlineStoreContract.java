package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.DeadlineStore.Cause;
import dev.foldline.eventstore.DeadlineStore.Deadline;
import dev.foldline.eventstore.DeadlineStore.Owner;
import dev.foldline.eventstore.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every store of deadlines keeps: no deadline is lost, and none comes back. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class DeadlineStoreContract {

    private static final Owner OWNER = new Owner("tck", "session");
    private static final Partition PARTITION = new Partition("wallet", 7);
    private static final Partition OTHER = new Partition("wallet", 77);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");

    /** Later than any change in these tests. */
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    /** The store, as another process sees it. Empty when a test begins. */
    protected abstract DeadlineStore connect();

    @Test
    void a_deadline_is_due_from_its_time_on_and_as_it_was_kept() {
        DeadlineStore store = connect();
        Deadline deadline = deadline("w-1", NOON);
        assertThat(store.schedule(OWNER, at(1), deadline)).isTrue();
        assertThat(connect().due(OWNER, NOON.minusMillis(1), 10)).isEmpty();
        assertThat(connect().due(OWNER, NOON, 10)).containsExactly(deadline);
        assertThat(connect().due(OWNER, NOON.plusSeconds(1), 10)).containsExactly(deadline);
    }

    @Test
    void those_come_first_that_are_due_longest() {
        DeadlineStore store = connect();
        List<Deadline> deadlines =
                List.of(deadline("a", NOON.plusMillis(2)), deadline("b", NOON), deadline("c", NOON.plusMillis(1)));
        for (Deadline deadline : deadlines) {
            store.schedule(OWNER, at(1), deadline);
        }
        assertThat(store.due(OWNER, FAR, 2)).extracting(Deadline::key).containsExactly("b", "c");
    }

    @Test
    void a_later_event_moves_a_deadline_and_an_earlier_one_does_not_move_it_back() {
        DeadlineStore store = connect();
        Deadline first = deadline("w-1", NOON);
        Deadline second = deadline("w-1", NOON.plusSeconds(60));
        assertThat(store.schedule(OWNER, at(1), first)).isTrue();
        assertThat(store.schedule(OWNER, at(2), second)).isTrue();
        assertThat(connect().schedule(OWNER, at(1), first)).isFalse();
        assertThat(connect().schedule(OWNER, at(2), second)).isFalse();
        assertThat(store.due(OWNER, FAR, 10)).containsExactly(second);
    }

    @Test
    void what_one_commit_brings_about_has_an_order_too() {
        DeadlineStore store = connect();
        assertThat(store.schedule(OWNER, new Cause(PARTITION, 5, 2), deadline("w-1", NOON)))
                .isTrue();
        assertThat(store.cancel(OWNER, new Cause(PARTITION, 5, 10), "w-1")).isTrue();
        assertThat(store.schedule(OWNER, new Cause(PARTITION, 5, 2), deadline("w-1", NOON)))
                .isFalse();
        assertThat(store.due(OWNER, FAR, 10)).isEmpty();
    }

    @Test
    void a_cancelled_deadline_does_not_come_back_with_the_event_that_scheduled_it() {
        DeadlineStore store = connect();
        Deadline deadline = deadline("w-1", NOON);
        store.schedule(OWNER, at(9), deadline);
        assertThat(store.cancel(OWNER, at(10), "w-1")).isTrue();
        assertThat(store.due(OWNER, FAR, 10)).isEmpty();
        assertThat(connect().schedule(OWNER, at(9), deadline)).isFalse();
        assertThat(store.due(OWNER, FAR, 10)).isEmpty();
        Deadline next = deadline("w-1", NOON);
        assertThat(store.schedule(OWNER, at(11), next)).isTrue();
        assertThat(store.due(OWNER, FAR, 10)).containsExactly(next);
    }

    @Test
    void a_cancellation_of_nothing_holds_against_the_event_before_it() {
        DeadlineStore store = connect();
        assertThat(store.cancel(OWNER, at(10), "w-1")).isTrue();
        assertThat(store.schedule(OWNER, at(9), deadline("w-1", NOON))).isFalse();
        assertThat(store.cancel(OWNER, at(10), "w-1")).isFalse();
    }

    @Test
    void a_settled_deadline_does_not_come_back_with_the_event_that_scheduled_it() {
        DeadlineStore store = connect();
        Deadline deadline = deadline("w-1", NOON);
        store.schedule(OWNER, at(1), deadline);
        store.settle(OWNER, deadline, NOON);
        assertThat(store.due(OWNER, FAR, 10)).isEmpty();
        assertThat(connect().schedule(OWNER, at(1), deadline)).isFalse();
        assertThat(store.due(OWNER, FAR, 10)).isEmpty();
    }

    @Test
    void a_deadline_that_was_moved_meanwhile_is_neither_settled_nor_postponed() {
        DeadlineStore store = connect();
        Deadline first = deadline("w-1", NOON);
        Deadline second = deadline("w-1", NOON);
        store.schedule(OWNER, at(1), first);
        store.schedule(OWNER, at(2), second);
        store.settle(OWNER, first, NOON);
        store.postpone(OWNER, first, FAR);
        assertThat(store.due(OWNER, NOON, 10)).containsExactly(second);
    }

    @Test
    void a_postponed_deadline_is_due_later_and_otherwise_the_same() {
        DeadlineStore store = connect();
        Deadline deadline = deadline("w-1", NOON);
        store.schedule(OWNER, at(1), deadline);
        store.postpone(OWNER, deadline, NOON.plusSeconds(5));
        assertThat(store.due(OWNER, NOON.plusSeconds(4), 10)).isEmpty();
        assertThat(store.due(OWNER, NOON.plusSeconds(5), 10)).containsExactly(deadline);
    }

    @Test
    void positions_of_different_partitions_are_not_compared() {
        DeadlineStore store = connect();
        assertThat(store.schedule(OWNER, at(100), deadline("both", NOON))).isTrue();
        Deadline second = deadline("both", NOON);
        assertThat(store.schedule(OWNER, new Cause(OTHER, 1, 0), second)).isTrue();
        assertThat(store.schedule(OWNER, at(100), deadline("both", NOON))).isFalse();
        assertThat(store.due(OWNER, FAR, 10)).containsExactly(second);
    }

    @Test
    void policies_and_contexts_are_apart() {
        DeadlineStore store = connect();
        var other = new Owner("tck", "session-two");
        var elsewhere = new Owner("tck-other", "session");
        Deadline mine = deadline("w-1", NOON);
        Deadline others = deadline("w-1", NOON);
        store.schedule(OWNER, at(5), mine);
        assertThat(store.schedule(other, at(1), others)).isTrue();
        assertThat(store.cancel(elsewhere, at(9), "w-1")).isTrue();
        assertThat(store.due(OWNER, FAR, 10)).containsExactly(mine);
        assertThat(store.due(other, FAR, 10)).containsExactly(others);
    }

    @Test
    void only_what_cannot_come_again_is_forgotten() {
        DeadlineStore store = connect();
        Deadline kept = deadline("kept", NOON);
        store.schedule(OWNER, at(1), kept);
        store.cancel(OWNER, at(2), "reached");
        store.cancel(OWNER, at(3), "ahead");
        store.cancel(OWNER, new Cause(OTHER, 1, 0), "elsewhere");
        store.forget(OWNER, Map.of(PARTITION, 2L), Instant.EPOCH);
        assertThat(store.schedule(OWNER, at(2), deadline("reached", NOON))).isFalse();

        store.forget(OWNER, Map.of(PARTITION, 2L), FAR);
        assertThat(store.due(OWNER, FAR, 10)).containsExactly(kept);
        assertThat(store.schedule(OWNER, at(3), deadline("ahead", NOON))).isFalse();
        assertThat(store.schedule(OWNER, new Cause(OTHER, 1, 0), deadline("elsewhere", NOON)))
                .isFalse();
        assertThat(store.schedule(OWNER, at(2), deadline("reached", NOON)))
                .as("it was forgotten")
                .isTrue();
    }

    private static Cause at(long position) {
        return new Cause(PARTITION, position, 0);
    }

    private static Deadline deadline(String key, Instant due) {
        return new Deadline(
                key, due, UUID.randomUUID(), "wallet/end-session", "{\"walletId\":\"ü\"}", Map.of("correlation", "c"));
    }
}
