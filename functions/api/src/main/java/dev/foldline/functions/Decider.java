package dev.foldline.functions;

/**
 * Decides what may happen to an aggregate. All three functions are pure: time, ids and random draws arrive in the command.
 *
 * <p>Source of the form: Jérémie Chassaing, "Functional Event Sourcing Decider" (2021).
 *
 * @param <C> the commands
 * @param <S> the state; keeps only what decisions need
 * @param <E> the events
 */
public interface Decider<C, S, E> {

    /** The state of an aggregate without events. */
    S initial();

    /** What the command does to an aggregate in this state. Never throws for a business reason: that is a rejection. */
    Decision<E> decide(C command, S state);

    /** The state after the event. Never refuses: an impossible history is a bug and throws {@link IllegalStateException}. */
    S evolve(S state, E event);
}
