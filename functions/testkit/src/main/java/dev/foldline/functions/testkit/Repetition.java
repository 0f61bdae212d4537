package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The property of every decider: repeating an accepted command changes nothing. */
public final class Repetition {

    private record Executed<C, E>(UUID id, C command, InMemoryAggregate.Answer<E> answer) {}

    private Repetition() {}

    /**
     * Executes the commands one after the other, and then all accepted ones again: first with their ids, which must give the
     * first answers, then those that are {@code naturallyOnce} with new ids, which must do nothing. Fails when that adds an
     * event.
     *
     * @param naturallyOnce whether a command has a natural key, such as a round, so that it happens once whatever its id
     */
    public static <C, S, E> void changesNothing(
            AggregateType<C, S, E> type, List<? extends C> commands, Predicate<? super C> naturallyOnce) {
        var aggregate = new InMemoryAggregate<>(type);
        List<Executed<C, E>> accepted = execute(aggregate, commands);
        List<E> history = aggregate.history();
        for (Executed<C, E> first : accepted) {
            assertThat(aggregate.execute(first.id, first.command))
                    .as("the answer to %s, sent again", first.command)
                    .isEqualTo(first.answer);
            if (naturallyOnce.test(first.command)) {
                aggregate.execute(UUID.randomUUID(), first.command);
            }
            assertThat(aggregate.history())
                    .as("history after a repeated %s", first.command)
                    .isEqualTo(history);
        }
    }

    private static <C, S, E> List<Executed<C, E>> execute(
            InMemoryAggregate<C, S, E> aggregate, List<? extends C> commands) {
        List<Executed<C, E>> accepted = new ArrayList<>();
        for (C command : commands) {
            UUID id = UUID.randomUUID();
            InMemoryAggregate.Answer<E> answer = aggregate.execute(id, command);
            if (answer.decision() instanceof Decision.Accepted<E>(List<E> events) && !events.isEmpty()) {
                accepted.add(new Executed<>(id, command, answer));
            }
        }
        return accepted;
    }
}
