package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.eventstore.codec.PayloadFormat;
import java.util.List;

/**
 * Takes events through the form that they are stored in, so that what is tested is what will be read.
 *
 * @param <E> what the events have in common
 */
final class StoredForm<E> {

    private final EventTable<E> table;

    StoredForm(EventTable<E> table) {
        this.table = table;
    }

    /** The events as they are read from a log; fails when one comes back as another, in any format. */
    List<E> of(List<E> events) {
        return events.stream().map(this::of).toList();
    }

    /** One event; fails as {@link #of(List)} does. */
    E of(E event) {
        E read = event;
        for (PayloadFormat format : PayloadFormat.values()) {
            var codec = new EventCodec<>(table, format);
            EventData stored = codec.encode(event);
            read = codec.decode(stored);
            assertThat(read)
                    .as("%s, stored as %s and read", stored.alias(), format)
                    .isEqualTo(event);
        }
        return read;
    }
}
