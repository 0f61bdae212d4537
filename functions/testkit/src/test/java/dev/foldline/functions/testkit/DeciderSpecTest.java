package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foldline.functions.Decision;
import dev.foldline.functions.testkit.Counter.Add;
import dev.foldline.functions.testkit.Counter.Command;
import dev.foldline.functions.testkit.Counter.CountTo;
import dev.foldline.functions.testkit.Counter.Counted;
import dev.foldline.functions.testkit.Counter.TooMuch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DeciderSpecTest {

    private final DeciderSpec<Command, Integer, Counted> spec = DeciderSpec.of(Counter.TYPE);

    @Test
    void passes_when_the_decider_does_as_it_says() {
        spec.given(new Counted(3)).when(new Add(7)).thenEvents(new Counted(7));
        spec.given(new Counted(3)).when(new Add(0)).thenNothing();
        spec.given(new Counted(3)).when(new Add(8)).thenRejected(new TooMuch(10));
        spec.given().when(new CountTo(3)).thenRepeatingItChangesNothing();
    }

    @Test
    void goes_on_after_what_was_accepted_and_stays_after_what_was_not() {
        var after = spec.given(new Counted(3)).when(new Add(4)).thenEvents(new Counted(4));

        assertThat(after.state()).isEqualTo(7);
        assertThat(after.when(new Add(4)).thenRejected(new TooMuch(10)).state()).isEqualTo(7);
        assertThat(after.when(new Add(0)).thenNothing().state()).isEqualTo(7);
    }

    @Test
    void fails_when_the_decider_does_anything_else() {
        fails(() -> spec.given().when(new Add(1)).thenEvents(new Counted(2)));
        fails(() -> spec.given().when(new Add(1)).thenEvents());
        fails(() -> spec.given().when(new Add(1)).thenNothing());
        fails(() -> spec.given().when(new Add(1)).thenRejected(new TooMuch(10)));
        fails(() -> spec.given().when(new Add(11)).thenRejected(new TooMuch(11)));
        fails(() -> spec.given().when(new Add(11)).thenNothing());
        fails(() -> spec.given().when(new Add(11)).thenRepeatingItChangesNothing());
        fails(() -> spec.given().when(new Add(1)).thenRepeatingItChangesNothing());
    }

    @Test
    void fails_when_a_decision_depends_on_more_than_command_and_history() {
        var calls = new AtomicInteger();
        var impure = DeciderSpec.of(Counter.type(new Counter() {
            @Override
            public Decision<Counted> decide(Command command, Integer state) {
                return Decision.accept(new Counted(calls.incrementAndGet()));
            }
        }));

        fails(() -> impure.given().when(new Add(1)));
    }

    @Test
    void fails_when_an_event_is_not_read_back_as_it_was() {
        fails(() -> spec.given(new Counted(-1)));
    }

    @Test
    void a_failure_tells_the_whole_step() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> spec.given(new Counted(3)).when(new Add(7)).thenRejected(new TooMuch(10)))
                .withMessageContainingAll(
                        "given [Counted[number=3]]",
                        "when  Add[number=7]",
                        "then  it is refused",
                        "Rejected[rejection=TooMuch[most=10]]",
                        "Accepted[events=[Counted[number=7]]]");
    }

    @Test
    void a_step_that_has_passed_is_played_on_the_stage() {
        List<Step<?, ?, ?>> played = new ArrayList<>();

        ScopedValue.where(Stage.CURRENT, played::add).run(() -> {
            var after = spec.given(new Counted(3)).when(new Add(4)).thenEvents(new Counted(4));
            after.when(new Add(4)).thenRejected(new TooMuch(10));
            after.when(new CountTo(9)).thenRepeatingItChangesNothing();
            fails(() -> after.when(new Add(4)).thenNothing());
        });

        var history = List.of(new Counted(3), new Counted(4));
        assertThat(played)
                .containsExactly(
                        new Step<>(
                                Counter.TYPE,
                                List.of(new Counted(3)),
                                new Add(4),
                                Decision.accept(new Counted(4)),
                                false),
                        new Step<>(Counter.TYPE, history, new Add(4), Decision.reject(new TooMuch(10)), false),
                        new Step<>(Counter.TYPE, history, new CountTo(9), Decision.accept(new Counted(2)), true));
    }

    private static void fails(ThrowingCallable spec) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(spec);
    }
}
