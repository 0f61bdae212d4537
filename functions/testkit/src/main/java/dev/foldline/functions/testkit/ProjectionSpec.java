package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a projection folds events into, example by example and without a database:
 *
 * <pre>{@code
 * ProjectionSpec.of(new WalletBalanceProjection()).given("w-1", opened("EUR"), deposited(500)).thenRow("w-1", row(500));
 * }</pre>
 *
 * <p>Every event goes through its stored form on the way. Rows are compared field by field. That the rows fit their table, and that
 * each event is folded once however it arrives, is what the contract of {@code projections/tck} tests. Immutable.
 *
 * @param <E> what the events have in common
 * @param <R> the row
 */
public final class ProjectionSpec<E, R> {

    /** What Hibernate adds to the fields of an entity. */
    private static final String OF_HIBERNATE = "\\$\\$_hibernate.*";

    private final Projection<E, R> projection;
    private final Instant time;
    private final Journal<E> journal;

    private ProjectionSpec(Projection<E, R> projection, Instant time, Journal<E> journal) {
        this.projection = projection;
        this.time = time;
        this.journal = journal;
    }

    /** A specification of this projection. What happens happens at the epoch unless said otherwise. */
    public static <E, R> ProjectionSpec<E, R> of(Projection<E, R> projection) {
        return new ProjectionSpec<>(projection, Instant.EPOCH, Journal.empty(projection.source()));
    }

    /** What happens from here on happens at this time. */
    public ProjectionSpec<E, R> at(Instant when) {
        return new ProjectionSpec<>(projection, when, journal);
    }

    /** These events of an aggregate happen next. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    public final ProjectionSpec<E, R> given(String aggregateId, E... events) {
        return new ProjectionSpec<>(projection, time, journal.with(aggregateId, time, List.of(events)));
    }

    /** There is a row of this id, and it is like this one. */
    public ProjectionSpec<E, R> thenRow(String rowId, R expected) {
        Map<String, R> rows = fold();
        assertThat(rows).as("given %s\nthen  these rows", journal.plain()).containsKey(rowId);
        assertThat(rows.get(rowId))
                .as("given %s\nthen  row '%s'", journal.plain(), rowId)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(OF_HIBERNATE)
                .isEqualTo(expected);
        return this;
    }

    /** There is no row of this id. */
    public ProjectionSpec<E, R> thenNoRow(String rowId) {
        assertThat(fold()).as("given %s\nthen  these rows", journal.plain()).doesNotContainKey(rowId);
        return this;
    }

    /** The rows by id. Folded twice, side by side, to tell a projection that remembers something outside of its rows. */
    private Map<String, R> fold() {
        Map<String, R> rows = new LinkedHashMap<>();
        Map<String, R> again = new LinkedHashMap<>();
        journal.events().forEach(event -> {
            fold(event, rows);
            fold(event, again);
        });
        assertThat(again)
                .as(
                        "given %s\nthen  the rows, folded twice, are the same (a projection keeps nothing but rows)",
                        journal.plain())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(OF_HIBERNATE)
                .isEqualTo(rows);
        return rows;
    }

    private void fold(RecordedEvent<E> event, Map<String, R> rows) {
        Optional<String> rowId = projection.rowId(event);
        rowId.ifPresent(id -> projection.fold(rows.computeIfAbsent(id, projection::newRow), event));
    }
}
