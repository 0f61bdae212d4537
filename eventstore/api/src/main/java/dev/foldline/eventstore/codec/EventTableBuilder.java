package dev.foldline.eventstore.codec;

import dev.foldline.eventstore.codec.EventTable.Name;
import dev.foldline.eventstore.codec.EventTable.Reading;
import java.util.HashMap;
import java.util.Map;

/**
 * Collects the rows of an {@link EventTable}. Not thread-safe.
 *
 * @param <E> what the events have in common
 */
public final class EventTableBuilder<E> {

    private final Map<Name, Class<? extends E>> records = new HashMap<>();
    private final Map<Name, Upcaster> upcasters = new HashMap<>();
    private final Map<Class<? extends E>, Name> written = new HashMap<>();

    EventTableBuilder() {}

    /** An event that is written and read under this name. */
    public EventTableBuilder<E> event(String alias, int revision, Class<? extends E> type) {
        alias(alias, revision, type);
        if (written.putIfAbsent(type, new Name(alias, revision)) != null) {
            throw new IllegalArgumentException(type.getName() + " has two names to be written under");
        }
        return this;
    }

    /** An old name under which the event is still read, as it is. */
    public EventTableBuilder<E> alias(String alias, int revision, Class<? extends E> type) {
        records.put(fresh(alias, revision), type);
        return this;
    }

    /**
     * An old revision that is brought up to the next one of the same alias, and from there on as that one is read.
     *
     * @param fromRevision the revision that the step is given; it makes {@code fromRevision + 1} of it
     */
    public EventTableBuilder<E> upcast(String alias, int fromRevision, Upcaster step) {
        upcasters.put(fresh(alias, fromRevision), step);
        return this;
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException an old revision is brought up to one that is not in the table
     */
    public EventTable<E> build() {
        Map<Name, Reading<E>> readings = new HashMap<>();
        records.forEach((name, type) -> readings.put(name, new Reading<>(type, null)));
        upcasters.keySet().forEach(name -> readings.put(name, chain(name)));
        return new EventTable<>(readings, written);
    }

    /** Ends, as each step is to a higher revision. */
    private Reading<E> chain(Name from) {
        Upcaster steps = event -> event;
        Name name = from;
        for (Upcaster step = upcasters.get(name); step != null; step = upcasters.get(name)) {
            steps = steps.then(step);
            name = name.next();
        }
        Class<? extends E> type = records.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    from + " is upcast to " + name + ", which is neither a record's nor upcast further");
        }
        return new Reading<>(type, steps);
    }

    private Name fresh(String alias, int revision) {
        var name = new Name(alias, revision);
        if (records.containsKey(name) || upcasters.containsKey(name)) {
            throw new IllegalArgumentException(name + " is in the table twice");
        }
        return name;
    }
}
