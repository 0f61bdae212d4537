package dev.foldline.projections;

import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Applies batches: the checkpoint is moved, the rows are loaded by one query, folded and flushed, in one transaction. */
final class RowFolder<E, R> {

    private final Projection<E, R> projection;
    private final Checkpoints checkpoints;

    RowFolder(Projection<E, R> projection, Checkpoints checkpoints) {
        this.projection = projection;
        this.checkpoints = checkpoints;
    }

    /**
     * Applies the batch. To be subscribed to on an event loop.
     *
     * @return false when another instance went first, and nothing was applied
     */
    Uni<Boolean> apply(Partition partition, Batch<E> batch) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> checkpoints
                .move(session, projection.name(), partition, batch.after(), batch.last())
                .chain(moved -> moved
                        ? fold(session, batch).replaceWith(true)
                        : Uni.createFrom().item(false))));
    }

    private Uni<Void> fold(Mutiny.Session session, Batch<E> batch) {
        Set<String> ids = new LinkedHashSet<>();
        batch.events().forEach(event -> rowId(event).ifPresent(ids::add));
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] wanted = ids.toArray();
        return session.find(projection.rowType(), wanted).chain(found -> {
            Map<String, R> rows = new HashMap<>();
            int index = 0;
            for (String id : ids) {
                R row = found.get(index++);
                if (row != null) {
                    rows.put(id, row);
                }
            }
            List<R> fresh = fold(batch, rows);
            return session.persistAll(fresh.toArray());
        });
    }

    /** Folds the events into the rows; returns those that are new. */
    private List<R> fold(Batch<E> batch, Map<String, R> rows) {
        List<R> fresh = new ArrayList<>();
        for (RecordedEvent<E> event : batch.events()) {
            rowId(event)
                    .ifPresent(id -> fold(event, rows.computeIfAbsent(id, missing -> {
                        R row = projection.newRow(missing);
                        fresh.add(row);
                        return row;
                    })));
        }
        return fresh;
    }

    private Optional<String> rowId(RecordedEvent<E> event) {
        try {
            return projection.rowId(event);
        } catch (RuntimeException e) {
            throw failed(event, e);
        }
    }

    private void fold(RecordedEvent<E> event, R row) {
        try {
            projection.fold(row, event);
        } catch (RuntimeException e) {
            throw failed(event, e);
        }
    }

    private FoldFailedException failed(RecordedEvent<E> event, RuntimeException cause) {
        return new FoldFailedException(
                projection.name() + " cannot fold the event of " + event.aggregate() + " at version " + event.version()
                        + " (position " + event.position() + ", command " + event.commandId() + ")",
                cause);
    }
}
