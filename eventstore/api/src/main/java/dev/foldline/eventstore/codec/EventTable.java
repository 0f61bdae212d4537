package dev.foldline.eventstore.codec;

import dev.foldline.eventstore.UnreadableEventException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The explicit table of a context's stored events: alias and revision to record. Immutable.
 *
 * <p>Each record is written under one alias and revision and may be read under others: old names stay readable.
 *
 * @param <E> what the events have in common, usually a sealed interface
 */
public final class EventTable<E> {

    /** An event's name in the log. */
    public record Name(String alias, int revision) {

        public Name {
            if (!alias.matches("[a-z][a-z0-9-]{0,62}") || revision < 1) {
                throw new IllegalArgumentException(
                        "an event's name is kebab case with a revision from 1, not " + alias + " revision " + revision);
            }
        }
    }

    private final Map<Name, Class<? extends E>> readable;
    private final Map<Class<? extends E>, Name> written;

    private EventTable(Builder<E> builder) {
        readable = Map.copyOf(builder.readable);
        written = Map.copyOf(builder.written);
    }

    public static <E> Builder<E> builder() {
        return new Builder<>();
    }

    /**
     * The record that an event of this name is read as.
     *
     * @throws UnreadableEventException the table does not know the name
     */
    public Class<? extends E> typeOf(String alias, int revision) {
        Class<? extends E> type = readable.get(new Name(alias, revision));
        if (type == null) {
            throw new UnreadableEventException(
                    "the event table has no '" + alias + "' revision " + revision
                            + "; deploy a version that knows it, or add it as an alias",
                    null);
        }
        return type;
    }

    /**
     * The name that an event is written under.
     *
     * @throws IllegalArgumentException the table does not have the event's class: a mistake in the program
     */
    public Name nameOf(E event) {
        @Nullable Name name = written.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is not in the event table");
        }
        return name;
    }

    /** Every name under which an event may be met in a log, with the record that it is read as; unmodifiable. */
    public Map<Name, Class<? extends E>> names() {
        return readable;
    }

    /** Collects the table's rows. Not thread-safe. */
    public static final class Builder<E> {

        private final Map<Name, Class<? extends E>> readable = new HashMap<>();
        private final Map<Class<? extends E>, Name> written = new HashMap<>();

        private Builder() {}

        /** An event that is written and read under this name. */
        public Builder<E> event(String alias, int revision, Class<? extends E> type) {
            alias(alias, revision, type);
            if (written.putIfAbsent(type, new Name(alias, revision)) != null) {
                throw new IllegalArgumentException(type.getName() + " has two names to be written under");
            }
            return this;
        }

        /** An old name under which the event is still read. */
        public Builder<E> alias(String alias, int revision, Class<? extends E> type) {
            if (readable.putIfAbsent(new Name(alias, revision), type) != null) {
                throw new IllegalArgumentException("'" + alias + "' revision " + revision + " is in the table twice");
            }
            return this;
        }

        public EventTable<E> build() {
            return new EventTable<>(this);
        }
    }
}
