package dev.foldline.functions.testkit;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One aggregate with its history, as the platform treats it, in memory: a command id that made a commit gets its first
 * outcome again, and each state is one that was restored from its snapshot. For properties over sequences of commands. Not
 * thread-safe.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public final class InMemoryAggregate<C, S, E> {

    /**
     * What a command did.
     *
     * @param version the aggregate's version after it
     * @param decision what was decided, the first time if there were several
     */
    public record Answer<E>(long version, Decision<E> decision) {}

    private final AggregateType<C, S, E> type;
    private final List<E> history = new ArrayList<>();
    private final Map<UUID, Answer<E>> committed = new HashMap<>();
    private S state;

    public InMemoryAggregate(AggregateType<C, S, E> type) {
        this.type = type;
        this.state = type.decider().initial();
    }

    /** Executes the command, or answers as the first time when the id has made a commit. */
    public Answer<E> execute(UUID commandId, C command) {
        Answer<E> first = committed.get(commandId);
        return first != null ? first : decide(commandId, command);
    }

    private Answer<E> decide(UUID commandId, C command) {
        Decision<E> decision = type.decider().decide(command, state);
        if (decision instanceof Decision.Accepted<E>(List<E> events) && !events.isEmpty()) {
            append(events);
            committed.put(commandId, new Answer<>(version(), decision));
        }
        return new Answer<>(version(), decision);
    }

    private void append(List<E> events) {
        for (E event : new StoredForm<>(type.events()).of(events)) {
            state = type.decider().evolve(state, event);
            history.add(event);
        }
        state = StoredState.of(type, state);
    }

    /** The number of events so far. */
    public long version() {
        return history.size();
    }

    /** The events so far, oldest first. */
    public List<E> history() {
        return List.copyOf(history);
    }

    public S state() {
        return state;
    }
}
