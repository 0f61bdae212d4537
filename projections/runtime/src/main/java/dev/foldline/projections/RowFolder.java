package dev.foldline.projections;

import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.runtime.follow.HandlingFailedException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Applies batches: the checkpoint is moved, the rows are loaded by one query, folded and flushed, in one transaction. */
final class RowFolder<E, R> {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Projection<E, R> projection;
    private final Checkpoints checkpoints;

    RowFolder(Projection<E, R> projection, Checkpoints checkpoints) {
        this.projection = projection;
        this.checkpoints = checkpoints;
    }

    /**
     * Applies the batch. To be subscribed to on an event loop.
     *
     * @return false when another instance went first, and nothing was applied; fails with {@link HandlingFailedException}
     *     when no trying again can apply it
     */
    Uni<Boolean> apply(Batch<E> batch) {
        Set<String> ids = rowIds(batch);
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> move(session, batch, ids)
                        .chain(moved -> moved ? fold(session, batch, ids).replaceWith(true) : nothing(session))))
                .onFailure(RowFolder::isRefused)
                .transform(cause -> new HandlingFailedException(
                        projection.name() + " folds into rows that the database refuses, at positions " + batch.moves(),
                        cause));
    }

    /** Moves the checkpoints, in one order, since another instance may be about to move them too. */
    private Uni<Boolean> move(Mutiny.Session session, Batch<E> batch, Set<String> ids) {
        Uni<Boolean> moved = Uni.createFrom().item(true);
        for (Batch.Move move : batch.moves()) {
            moved = moved.chain(before -> before
                    ? checkpoints.move(session, projection.name(), move.partition(), move.after(), move.last(), ids)
                    : Uni.createFrom().item(false));
        }
        return moved;
    }

    /** Takes back the checkpoints that were moved before one that could not be. */
    private static Uni<Boolean> nothing(Mutiny.Session session) {
        session.currentTransaction().markForRollback();
        return Uni.createFrom().item(false);
    }

    /** Whether the rows are at fault. Two partitions that make the same row at once are not: one of them tries again. */
    private static boolean isRefused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException) {
                return true;
            }
            if (cause instanceof ConstraintViolationException violation) {
                return !UNIQUE_VIOLATION.equals(violation.getSQLState());
            }
        }
        return false;
    }

    private Set<String> rowIds(Batch<E> batch) {
        Set<String> ids = new LinkedHashSet<>();
        batch.events().forEach(event -> rowId(event).ifPresent(ids::add));
        return ids;
    }

    private Uni<Void> fold(Mutiny.Session session, Batch<E> batch, Set<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return lock(session, ids).chain(rows -> {
            List<R> fresh = fold(batch, rows);
            return session.persistAll(fresh.toArray());
        });
    }

    /** The rows that there are, by id. They are locked, in one order, since another partition's events may change them too. */
    private Uni<Map<String, R>> lock(Mutiny.Session session, Set<String> ids) {
        return session.createSelectionQuery(
                        "select id(r), r from " + projection.rowType().getName()
                                + " r where id(r) in (:ids) order by id(r)",
                        Object[].class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(found -> {
                    Map<String, R> rows = new HashMap<>();
                    found.forEach(one ->
                            rows.put((String) one[0], projection.rowType().cast(one[1])));
                    return rows;
                });
    }

    /** Folds the events into the rows; returns those that are new. */
    private List<R> fold(Batch<E> batch, Map<String, R> rows) {
        List<R> fresh = new ArrayList<>();
        for (RecordedEvent<E> event : batch.events()) {
            rowId(event)
                    .ifPresent(id -> attempt(event, () -> {
                        R row = rows.computeIfAbsent(id, missing -> {
                            R made = projection.newRow(missing);
                            fresh.add(made);
                            return made;
                        });
                        projection.fold(row, event);
                        return row;
                    }));
        }
        return fresh;
    }

    private Optional<String> rowId(RecordedEvent<E> event) {
        return attempt(event, () -> projection.rowId(event));
    }

    /** Errors that the projection's code brings about are its mistakes as well; running out of memory is not. */
    private <T> T attempt(RecordedEvent<E> event, Supplier<T> action) {
        try {
            return action.get();
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            throw failed(event, e);
        }
    }

    private HandlingFailedException failed(RecordedEvent<E> event, Throwable cause) {
        return new HandlingFailedException(
                projection.name() + " cannot fold the event of " + event.aggregate() + " at version " + event.version()
                        + " (position " + event.position() + ", command " + event.commandId() + ")",
                cause);
    }
}
