package dev.foldline.projections;

import dev.foldline.projections.test.Feed;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The database that instances share, and what a test reads of it. */
@Singleton
final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final Schema schema;
    private final Checkpoints checkpoints;

    Database(Pool pool, Schema schema, Checkpoints checkpoints) {
        this.pool = pool;
        this.schema = schema;
        this.checkpoints = checkpoints;
    }

    Schema schema() {
        return schema;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    /** The number of events and their sum; empty when there is no row. */
    List<Long> tally(Feed feed, int partition) {
        return longs("SELECT events, sum FROM tally WHERE id = $1", feed.id(partition));
    }

    /** The checkpoint of the partition; empty when there is none. */
    List<Long> checkpoint(Feed feed, int partition) {
        return longs(
                "SELECT position FROM foldline_checkpoint WHERE projection = 'tally' AND partition = $1",
                feed.descriptor().partition(partition).toString());
    }

    private List<Long> longs(String query, String argument) {
        var rows = pool.preparedQuery(query).execute(Tuple.of(argument)).await().atMost(PATIENCE);
        for (Row row : rows) {
            return IntStream.range(0, row.size()).mapToObj(row::getLong).toList();
        }
        return List.of();
    }
}
