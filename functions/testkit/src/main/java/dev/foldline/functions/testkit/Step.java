package dev.foldline.functions.testkit;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decision;
import java.util.List;

/**
 * One step of a scenario: this history, this command, this decision. It has passed in memory.
 *
 * @param type the aggregate's type
 * @param given the aggregate's history, oldest event first
 * @param command what is asked of it
 * @param decision what came of it
 * @param repeated whether the scenario says that the same command, sent again as a new one, changes nothing
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public record Step<C, S, E>(
        AggregateType<C, S, E> type, List<E> given, C command, Decision<E> decision, boolean repeated) {

    public Step {
        given = List.copyOf(given);
    }

    /** The step in words, for whoever reads that it failed. */
    @Override
    public String toString() {
        return "given " + given + "\nwhen  " + command;
    }
}
