package dev.foldline.functions.testkit;

import dev.foldline.functions.AggregateType;
import java.util.List;

/**
 * Says what a decider does, example by example:
 *
 * <pre>{@code
 * spec.given(opened("EUR"), deposited(500)).when(placeBet(501)).thenRejected(new InsufficientFunds(eur(500)));
 * }</pre>
 *
 * <p>Every event goes through its stored form on the way. Where there is a {@link Stage}, a step that has passed is played
 * there, too. Immutable and thread-safe.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public final class DeciderSpec<C, S, E> {

    private final AggregateType<C, S, E> type;

    private DeciderSpec(AggregateType<C, S, E> type) {
        this.type = type;
    }

    /** A specification of how these aggregates are decided and stored. */
    public static <C, S, E> DeciderSpec<C, S, E> of(AggregateType<C, S, E> type) {
        return new DeciderSpec<>(type);
    }

    /** An aggregate that has this history, oldest event first; none for one that does not exist yet. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    public final Given<C, S, E> given(E... events) {
        return given(List.of(events));
    }

    /** An aggregate that has this history, oldest event first. */
    public Given<C, S, E> given(List<? extends E> events) {
        return new Given<C, S, E>(type, List.of(), type.decider().initial()).after(events);
    }
}
