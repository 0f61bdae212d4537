package dev.foldline.projections;

import dev.foldline.functions.FaultException;
import dev.foldline.functions.UnavailableException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads rows for query functions. To be called on an event loop, as query functions are. */
public final class Reads {

    /**
     * Classes of SQLSTATE that a retry may mend: connection (08), resources (53), operator intervention (57). PostgreSQL,
     * appendix A.
     */
    private static final Set<String> TRANSIENT = Set.of("08", "53", "57");

    /** A table that is not there: its projection has not run yet. */
    private static final String UNDEFINED_TABLE = "42P01";

    /** Less than callers wait for an answer, so that they hear why there is none. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Reads() {}

    /**
     * Finds one row.
     *
     * @param id the row's id
     * @param answer makes the answer of the row
     * @return empty when there is no such row; completes exceptionally with {@link UnavailableException} when the database
     *     is away
     */
    public static <R, A> CompletionStage<Optional<A>> find(Class<R> rowType, Object id, Function<R, A> answer) {
        Uni<R> found = Panache.withSession(() -> Panache.getSession().chain(session -> session.find(rowType, id)));
        // Whatever goes wrong with the answer is not the database's fault.
        return translated(found)
                .map(row -> Optional.ofNullable(row).map(answer))
                .subscribeAsCompletionStage();
    }

    /**
     * Finds the rows of a query.
     *
     * @param query what to find, in HQL; says the order
     * @param parameters the query's parameters, by name
     * @param limit how many rows at most
     * @param answer makes an answer of a row
     * @return completes exceptionally with {@link UnavailableException} when the database is away
     */
    public static <R, A> CompletionStage<List<A>> list(
            Class<R> rowType, String query, Map<String, Object> parameters, int limit, Function<R, A> answer) {
        Uni<List<R>> found = Panache.withSession(() -> Panache.getSession().chain(session -> {
            var selection = session.createSelectionQuery(query, rowType).setMaxResults(limit);
            parameters.forEach(selection::setParameter);
            return selection.getResultList();
        }));
        return translated(found).map(rows -> rows.stream().map(answer).toList()).subscribeAsCompletionStage();
    }

    /** The same read, with its database's faults told from others. */
    static <T> Uni<T> translated(Uni<T> read) {
        return read.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new UnavailableException("the projection's database does not answer", null))
                .onFailure(Reads::isTransient)
                .transform(cause -> new UnavailableException("the projection's database cannot be reached", cause));
    }

    private static boolean isTransient(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultException) {
                return false;
            }
            if (cause instanceof PgException answer) {
                String state = answer.getSqlState();
                return state.equals(UNDEFINED_TABLE) || TRANSIENT.contains(state.substring(0, 2));
            }
        }
        // The database has not answered at all: there is no connection, or it was lost.
        return true;
    }
}
