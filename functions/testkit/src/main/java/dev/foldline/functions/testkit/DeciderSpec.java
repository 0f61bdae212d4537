package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decision;
import dev.foldline.functions.Rejection;
import java.util.List;

/**
 * Given, when, then for one aggregate type:
 *
 * <pre>{@code
 * spec.given(opened("EUR"), deposited(500)).when(placeBet(501)).thenRejected(new InsufficientFunds(eur(500)));
 * }</pre>
 *
 * <p>Every event, given or decided, goes through the stored form in each format, so what is tested is what a log gives back.
 * Immutable.
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

    public static <C, S, E> DeciderSpec<C, S, E> of(AggregateType<C, S, E> type) {
        return new DeciderSpec<>(type);
    }

    /** An aggregate to which this has happened, in this order; nothing for a new one. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    public final Given given(E... events) {
        return new Given(List.of(events));
    }

    private E stored(E event) {
        for (PayloadFormat format : PayloadFormat.values()) {
            var codec = new EventCodec<>(type.events(), format);
            assertThat(codec.decode(codec.encode(event)))
                    .as("the event, stored as %s and read back", format)
                    .isEqualTo(event);
        }
        return event;
    }

    /** What has happened. */
    public final class Given {

        private final S state;

        private Given(List<E> events) {
            S folded = type.decider().initial();
            for (E event : events) {
                folded = type.decider().evolve(folded, stored(event));
            }
            this.state = folded;
        }

        /** A command comes. */
        public Then when(C command) {
            return new Then(type.decider().decide(command, state));
        }
    }

    /** What was decided. */
    public final class Then {

        private final Decision<E> decision;

        private Then(Decision<E> decision) {
            this.decision = decision;
        }

        /** Accepted, and exactly this happened. */
        @SafeVarargs
        @SuppressWarnings("varargs") // List.of copies the array
        public final void thenEvents(E... events) {
            List<E> expected = List.of(events);
            assertThat(decision).isEqualTo(new Decision.Accepted<>(expected));
            expected.forEach(DeciderSpec.this::stored);
        }

        /** Accepted, and nothing happened. */
        public void thenNothing() {
            assertThat(decision).isEqualTo(Decision.nothing());
        }

        /** Refused for exactly this reason. */
        public void thenRejected(Rejection rejection) {
            assertThat(decision).isEqualTo(Decision.reject(rejection));
        }
    }
}
