package dev.foldline.functions;

import java.util.List;

/**
 * What a command does.
 *
 * @param <E> the events
 */
public sealed interface Decision<E> {

    /**
     * The command is accepted.
     *
     * @param events what happened; empty when what the command asks for is so already
     */
    record Accepted<E>(List<E> events) implements Decision<E> {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused for a business reason. */
    record Rejected<E>(Rejection rejection) implements Decision<E> {}

    /** Accepted: these events happened. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    /** Accepted, and nothing happened. */
    static <E> Decision<E> nothing() {
        return new Accepted<>(List.of());
    }

    /** Refused. */
    static <E> Decision<E> reject(Rejection rejection) {
        return new Rejected<>(rejection);
    }
}
