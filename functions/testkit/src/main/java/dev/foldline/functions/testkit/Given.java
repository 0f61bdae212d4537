package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decision;
import java.util.List;
import java.util.stream.Stream;

/**
 * An aggregate that something can be asked of.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public final class Given<C, S, E> {

    private final AggregateType<C, S, E> type;
    private final List<E> history;
    private final S state;

    Given(AggregateType<C, S, E> type, List<E> history, S state) {
        this.type = type;
        this.history = history;
        this.state = state;
    }

    /** Asks it. Fails when the answer depends on more than the command and the history. */
    public Outcome<C, S, E> when(C command) {
        Decision<E> decision = type.decider().decide(command, state);
        var step = new Step<>(type, history, command, decision, false);
        assertThat(type.decider().decide(command, state))
                .as("%s\nthen  the decision, made twice, is the same (a decider is pure)", step)
                .isEqualTo(decision);
        return new Outcome<>(this, step);
    }

    /** The state that the history has led to. */
    public S state() {
        return state;
    }

    Given<C, S, E> after(List<? extends E> events) {
        S next = state;
        for (E event : new StoredForm<>(type.events()).of(List.<E>copyOf(events))) {
            next = type.decider().evolve(next, event);
        }
        return new Given<>(
                type, Stream.<E>concat(history.stream(), events.stream()).toList(), next);
    }
}
