package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decision;
import java.util.List;

/**
 * An aggregate that something can be asked of.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public final class Given<C, S, E> {

    private final AggregateType<C, S, E> type;
    private final S state;

    Given(AggregateType<C, S, E> type, S state) {
        this.type = type;
        this.state = state;
    }

    /** Asks it. Fails when the answer depends on more than the command and the history. */
    public Outcome<C, S, E> when(C command) {
        Decision<E> decision = type.decider().decide(command, state);
        assertThat(type.decider().decide(command, state))
                .as("the same decision, made again")
                .isEqualTo(decision);
        return new Outcome<>(this, command, decision);
    }

    /** The state that the history has led to. */
    public S state() {
        return state;
    }

    Given<C, S, E> after(List<E> events) {
        S next = state;
        for (E event : new StoredForm<>(type.events()).of(events)) {
            next = type.decider().evolve(next, event);
        }
        return new Given<>(type, next);
    }
}
