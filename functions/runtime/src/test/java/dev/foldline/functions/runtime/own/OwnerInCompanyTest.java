package dev.foldline.functions.runtime.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.write.Appended;
import dev.foldline.functions.runtime.write.MemoryLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a writer asks a partition's owner depends on whether others write the partition, too. */
class OwnerInCompanyTest {

    private static final OwnedAppends.Terms TERMS =
            new OwnedAppends.Terms(Duration.ofMinutes(1), Duration.ofHours(1), 1 << 18);

    /** As many as a writer has to write alone before it takes itself to be alone. */
    private static final int ALONE_AFTER = 64;

    private final MemoryLog log = new MemoryLog();
    private final LogOwner owner = LogOwner.start(log);
    private final OwnedAppends appends = new OwnedAppends(log, this::ask, OwnerUse.IN_COMPANY, TERMS);
    private boolean away;
    private int asked;
    private int probed;

    @AfterEach
    void stop() {
        owner.close();
    }

    @Test
    void a_writer_that_is_alone_neither_asks_the_owner_nor_whether_there_is_one() {
        appendAtTail(3);
        assertThat(asked).isZero();
        assertThat(probed).isZero();
    }

    @Test
    void a_writer_that_lost_a_race_asks_the_owner_until_it_has_been_alone_for_a_while() {
        loseRace();
        appendAtTail(1);
        assertThat(probed).isEqualTo(1);
        appendAtTail(ALONE_AFTER - 1);
        assertThat(asked).isEqualTo(ALONE_AFTER - 1);
        appendAtTail(5);
        assertThat(asked).isEqualTo(ALONE_AFTER - 1);
        assertThat(probed).isEqualTo(1);
    }

    @Test
    void commits_of_others_that_the_owner_tells_of_are_company() {
        loseRace();
        appendAtTail(ALONE_AFTER - 2);
        int before = asked;
        long tail = log.head(0);
        others();
        Appended appended = appends.append(0, tail, List.of(commit("mine-" + tail)));
        assertThat(appended.news()).hasSize(1);
        assertThat(appended.result()).isEqualTo(new AppendResult.Complete(1));
        appendAtTail(ALONE_AFTER);
        assertThat(asked).isEqualTo(before + 1 + ALONE_AFTER);
    }

    @Test
    void an_owner_that_went_away_while_it_was_not_needed_is_not_waited_for() {
        loseRace();
        appendAtTail(ALONE_AFTER);
        away = true;
        loseRace();
        int before = asked;
        appendAtTail(5);
        assertThat(asked).isEqualTo(before);
        assertThat(probed).isEqualTo(2);
    }

    @Test
    void the_setting_has_three_values_and_the_former_two() {
        assertThat(List.of(OwnerUse.of("never"), OwnerUse.of("false"))).containsOnly(OwnerUse.NEVER);
        assertThat(OwnerUse.of("in-company")).isEqualTo(OwnerUse.IN_COMPANY);
        assertThat(List.of(OwnerUse.of("always"), OwnerUse.of("true"))).containsOnly(OwnerUse.ALWAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnerUse.of("sometimes"))
                .withMessage("foldline.log.owner is 'sometimes'; it can be in-company, always or never");
    }

    private CompletionStage<Appended> ask(AppendRequest request, Duration patience) {
        if (request.commits().isEmpty()) {
            probed++;
        } else {
            asked++;
        }
        CompletionStage<Appended> answer = away
                ? CompletableFuture.failedFuture(new UnavailableException("nobody is there", null))
                : owner.append(request, patience);
        // Answered before the writer goes on, so that what it knows does not depend on who is faster.
        answer.toCompletableFuture().handle((ignored, fault) -> true).join();
        return answer;
    }

    private void loseRace() {
        long tail = log.head(0);
        others();
        assertThat(appends.append(0, tail, List.of(commit("late-" + tail))).result())
                .isEqualTo(new AppendResult.TailMoved(0));
    }

    private void others() {
        long tail = log.head(0);
        log.append(0, tail, List.of(commit("other-" + tail)));
    }

    private void appendAtTail(int times) {
        for (int number = 0; number < times; number++) {
            long tail = log.head(0);
            assertThat(appends.append(0, tail, List.of(commit("mine-" + tail))).result())
                    .isEqualTo(new AppendResult.Complete(1));
        }
    }

    private static NewCommit commit(String aggregateId) {
        return new NewCommit(
                aggregateId,
                0,
                UUID.randomUUID(),
                Instant.EPOCH,
                List.of(new EventData("changed", 1, new byte[] {1})),
                Map.of());
    }
}
