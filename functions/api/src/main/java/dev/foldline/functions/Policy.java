package dev.foldline.functions;

import java.util.List;

/**
 * A policy: whenever this happens, do that. One class that turns events into commands; found at build time; a public class
 * with a public constructor. Pure: time and ids come from the event.
 *
 * <p>Every event is reacted to at least once, and each command that comes of it is executed once: its id is made of the
 * policy's name and the event's place, so that a repetition returns the first answer. An event is done with when all its
 * commands are answered. A policy reacts to events since it was first deployed or from the start of the log (see
 * {@link #fromStart}), and never during a replay.
 *
 * @param <E> what the events have in common
 */
public interface Policy<E> {

    /** The context that the policy belongs to, in kebab case: its checkpoints and deadlines are in that context's store. */
    String context();

    /** The policy's name within its context, in kebab case: names its queue and its checkpoints; never changes once released. */
    String name();

    /** Which events it follows: stored ones of its own context, published ones of any. */
    EventSource<E> source();

    /** Which order it needs. */
    default Ordering ordering() {
        return Ordering.PARTITION;
    }

    /** Whether, when first deployed, it reacts to what is in the log already. */
    default boolean fromStart() {
        return true;
    }

    /** What is to be done about the event; empty for nothing. Must not block. */
    List<Reaction> react(RecordedEvent<E> event);

    /**
     * What is to be done when a command that came of the event was refused for a business reason; nothing by default. A
     * refusal is counted and logged in any case. It is not stored: after a crash the command may be decided again and accepted,
     * so act on refusals only that can never turn into an acceptance.
     */
    default List<Reaction> refused(RecordedEvent<E> event, Object command, CommandAnswer.Rejected reason) {
        return List.of();
    }
}
