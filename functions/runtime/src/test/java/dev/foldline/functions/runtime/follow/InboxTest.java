package dev.foldline.functions.runtime.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inbox inbox = new Inbox(new Bell());

    @Test
    void gives_what_follows_the_position_without_a_hole() {
        List.of(1L, 2L, 4L).forEach(position -> assertThat(hear(position)).isNotDone());
        assertThat(inbox.next(10)).extracting(Commit::position).containsExactly(1L, 2L);
        assertThat(inbox.next(1)).extracting(Commit::position).containsExactly(1L);
    }

    @Test
    void gives_nothing_when_the_next_one_is_missing() {
        assertThat(hear(2)).isNotDone();
        assertThat(inbox.next(10)).isEmpty();
    }

    @Test
    void settles_what_was_reached_and_nothing_beyond() {
        CompletableFuture<Void> first = hear(1);
        CompletableFuture<Void> third = hear(3);
        inbox.reached(2);
        assertThat(first).isCompleted();
        assertThat(third).isNotDone();
        assertThat(inbox.next(10)).extracting(Commit::position).containsExactly(3L);
    }

    @Test
    void settles_a_duplicate_at_once() {
        inbox.reached(5);
        assertThat(hear(5)).isCompleted();
    }

    @Test
    void keeps_a_bounded_number_and_leaves_the_rest_to_the_log() {
        inbox.looking();
        for (long position = 1; position <= Inbox.CAPACITY; position++) {
            assertThat(hear(position)).isNotDone();
        }
        assertThat(hear(Inbox.CAPACITY + 1)).isCompleted();
        inbox.reached(Inbox.CAPACITY);
        assertThat(inbox.isDue()).isTrue();
        assertThat(inbox.next(10)).isEmpty();
    }

    @Test
    void settles_everything_once_nobody_will_come_for_it() {
        CompletableFuture<Void> before = hear(1);
        inbox.close();
        assertThat(before).isCompleted();
        assertThat(hear(2)).isCompleted();
        assertThat(inbox.next(10)).isEmpty();
    }

    @Test
    void a_repeated_announcement_shares_the_fate_of_the_first() {
        CompletableFuture<Void> first = hear(1);
        CompletableFuture<Void> second = hear(1);
        assertThat(second).isNotDone();
        inbox.reached(1);
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void a_position_that_was_taken_back_is_heard_again() {
        inbox.reached(5);
        inbox.reached(3);
        assertThat(hear(5)).isNotDone();
        assertThat(inbox.position()).isEqualTo(3);
    }

    private CompletableFuture<Void> hear(long position) {
        return inbox.hear(commit(position)).toCompletableFuture();
    }

    private static Commit commit(long position) {
        return new Commit(
                position,
                "a",
                position - 1,
                UUID.randomUUID(),
                Instant.EPOCH,
                List.of(new EventData("counted", 1, new byte[0])),
                Map.of());
    }
}
