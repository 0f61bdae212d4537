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
    private final C command;
    private final Decision<E> decision;

    Outcome(Given<C, S, E> before, C command, Decision<E> decision) {
        this.before = before;
        this.command = command;
        this.decision = decision;
    }

    /** Accepted: exactly these events happened, in this order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    public final Given<C, S, E> thenEvents(E... events) {
        assertThat(decision).isEqualTo(Decision.accept(events));
        return before.after(List.of(events));
    }

    /** Accepted, and nothing happened. */
    public Given<C, S, E> thenNothing() {
        assertThat(decision).isEqualTo(Decision.nothing());
        return before;
    }

    /** Refused for exactly this reason. */
    public Given<C, S, E> thenRejected(Rejection rejection) {
        assertThat(decision).isEqualTo(Decision.reject(rejection));
        return before;
    }

    /**
     * Accepted, and the same command changes nothing more, even as a new command with an id of its own. That holds where a
     * command has a natural key, such as a round; two deposits, say, are told apart by their command ids only.
     */
    public Given<C, S, E> thenRepeatingItChangesNothing() {
        Given<C, S, E> after = before.after(accepted(decision));
        switch (after.when(command).decision) {
            case Decision.Accepted<E>(List<E> events) ->
                assertThat(events).as("what the repeated command did").isEmpty();
            case Decision.Rejected<E> _ -> {}
        }
        return after;
    }

    private static <E> List<E> accepted(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E>(List<E> events) -> events;
            case Decision.Rejected<E>(Rejection rejection) ->
                throw new AssertionError("expected the command to be accepted, but it was refused: " + rejection);
        };
    }
}
