package dev.foldline.functions;

import java.util.Optional;

/**
 * A projection: one class that folds events into rows. Found at build time; a public class with a public constructor.
 *
 * <p>Events of one aggregate arrive in order and exactly once as far as the rows can tell: rows and checkpoint change in one
 * transaction. {@link #fold} is called on an event loop, by one thread at a time for one row: it must not block, and must
 * not keep the row.
 *
 * @param <E> what the events have in common
 * @param <R> the row: an entity of the projection's database
 */
public interface Projection<E, R> {

    /** The projection's name, in kebab case: names its queue and its checkpoints; never changes once released. */
    String name();

    /** Which events it follows. */
    EventSource<E> source();

    /** Which order it needs; {@link Ordering#NONE} is as good as {@link Ordering#PARTITION}. */
    default Ordering ordering() {
        return Ordering.PARTITION;
    }

    /** The row's class. */
    Class<R> rowType();

    /** The id of the row that the event changes; empty when it changes none. */
    Optional<String> rowId(RecordedEvent<E> event);

    /** A row that does not exist yet. */
    R newRow(String rowId);

    /** Changes the row by the event. */
    void fold(R row, RecordedEvent<E> event);
}
