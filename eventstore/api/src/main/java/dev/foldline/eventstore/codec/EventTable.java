package dev.foldline.eventstore.codec;

import dev.foldline.eventstore.UnreadableEventException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The explicit table of a context's stored events: alias and revision to record. Immutable.
 *
 * <p>Each record is written under one alias and revision and may be read under others: old names stay readable, as they are
 * or brought up to a later revision.
 *
 * @param <E> what the events have in common, usually a sealed interface
 */
public final class EventTable<E> {

    /** An event's name in the log. */
    public record Name(String alias, int revision) {

        private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

        public Name {
            if (!KEBAB_CASE.matcher(alias).matches() || revision < 1) {
                throw new IllegalArgumentException(
                        "an event's name is kebab case with a revision from 1, not " + alias + " revision " + revision);
            }
        }

        Name next() {
            return new Name(alias, revision + 1);
        }

        @Override
        public String toString() {
            return "'" + alias + "' revision " + revision;
        }
    }

    /**
     * How events of one name are read.
     *
     * @param type the record
     * @param upcaster makes a tree of this name one of the record; null when it is one
     */
    record Reading<E>(Class<? extends E> type, @Nullable Upcaster upcaster) {}

    private final Map<Name, Class<? extends E>> names;
    private final Map<String, Map<Integer, Reading<E>>> readings;
    private final Map<Class<? extends E>, Name> written;

    EventTable(Map<Name, Reading<E>> readings, Map<Class<? extends E>, Name> written) {
        Map<Name, Class<? extends E>> types = new HashMap<>();
        Map<String, Map<Integer, Reading<E>>> byAlias = new HashMap<>();
        readings.forEach((name, reading) -> {
            types.put(name, reading.type());
            byAlias.computeIfAbsent(name.alias(), alias -> new HashMap<>()).put(name.revision(), reading);
        });
        this.names = Map.copyOf(types);
        this.readings = Map.copyOf(byAlias);
        this.written = Map.copyOf(written);
    }

    public static <E> EventTableBuilder<E> builder() {
        return new EventTableBuilder<>();
    }

    /**
     * The record that an event of this name is read as.
     *
     * @throws UnreadableEventException the table does not know the name
     */
    public Class<? extends E> typeOf(String alias, int revision) {
        return readingOf(alias, revision).type();
    }

    /** Whether events of this name are brought up to a later revision before they are read. */
    public boolean isUpcast(Name name) {
        return readingOf(name.alias(), name.revision()).upcaster() != null;
    }

    Reading<E> readingOf(String alias, int revision) {
        Reading<E> reading = readings.getOrDefault(alias, Map.of()).get(revision);
        if (reading == null) {
            throw new UnreadableEventException(
                    "the event table has no '" + alias + "' revision " + revision
                            + "; deploy a version that knows it, or add it as an alias",
                    null);
        }
        return reading;
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
        return names;
    }
}
