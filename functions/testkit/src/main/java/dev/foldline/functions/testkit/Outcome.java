package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Decision;
import dev.foldline.functions.Rejection;
import java.util.List;

/**
 * What a command did. Each {@code then} that passes gives the aggregate as it is afterwards, to ask it more.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public final class Outcome<C, S, E> {

    private final Given<C, S, E> before;
    private final Step<C, S, E> step;

    Outcome(Given<C, S, E> before, Step<C, S, E> step) {
        this.before = before;
        this.step = step;
    }

    /** Accepted: exactly these events happened, in this order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    public final Given<C, S, E> thenEvents(E... events) {
        assertDecided("these events happen", Decision.accept(events));
        return before.after(List.of(events));
    }

    /** Accepted, and nothing happened. */
    public Given<C, S, E> thenNothing() {
        assertDecided("it is accepted and nothing happens", Decision.nothing());
        return before;
    }

    /** Refused for exactly this reason. */
    public Given<C, S, E> thenRejected(Rejection rejection) {
        assertDecided("it is refused", Decision.reject(rejection));
        return before;
    }

    /**
     * Accepted, and the same command changes nothing more, even as a new command with an id of its own. That holds where a
     * command has a natural key, such as a round; two deposits, say, are told apart by their command ids only.
     */
    public Given<C, S, E> thenRepeatingItChangesNothing() {
        Given<C, S, E> after = before.after(accepted());
        switch (after.when(step.command()).step.decision()) {
            case Decision.Accepted<E>(List<E> events) ->
                assertThat(events)
                        .as("%s, twice\nthen  the second time nothing happens", step)
                        .isEmpty();
            case Decision.Rejected<E> _ -> {}
        }
        play(new Step<>(step.type(), step.given(), step.command(), step.decision(), true));
        return after;
    }

    private void assertDecided(String what, Decision<E> expected) {
        assertThat(step.decision()).as("%s\nthen  %s", step, what).isEqualTo(expected);
        play(step);
    }

    private static void play(Step<?, ?, ?> passed) {
        if (Stage.CURRENT.isBound()) {
            Stage.CURRENT.get().play(passed);
        }
    }

    private List<E> accepted() {
        return switch (step.decision()) {
            case Decision.Accepted<E>(List<E> events) -> events;
            case Decision.Rejected<E>(Rejection rejection) ->
                throw new AssertionError(step + "\nthen  it is accepted\nbut it was refused: " + rejection);
        };
    }
}
