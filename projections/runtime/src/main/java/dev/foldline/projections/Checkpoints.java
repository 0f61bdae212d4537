package dev.foldline.projections;

import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far projections are, as their database has it. Thread-safe. */
@Singleton
final class Checkpoints {

    /** A projection's live generation; replays will build others beside it. */
    static final int LIVE = 1;

    /**
     * One checkpoint.
     *
     * @param log the identity of the log that it is about
     * @param position the last commit that is in the rows; 0 for none
     */
    record Checkpoint(UUID log, long position) {}

    private static final String FIND =
            "SELECT log, position FROM foldline_checkpoint WHERE projection = $1 AND generation = $2 AND partition = $3";
    private static final String POSITIONS =
            "SELECT partition, position FROM foldline_checkpoint WHERE projection = $1 AND generation = $2";
    private static final String CREATE = """
            INSERT INTO foldline_checkpoint (projection, generation, partition, log, position)
            SELECT $1, $2, partition, $3, 0 FROM unnest($4::text[]) AS partition
            ON CONFLICT DO NOTHING""";
    private static final String MOVE = """
            UPDATE foldline_checkpoint SET position = :next
            WHERE projection = :projection AND generation = :generation AND partition = :partition AND position = :expected""";

    /**
     * Tells of rows only when somebody listens: then the lock, which listeners share, cannot be had. Who begins to listen waits
     * for it until the transaction has ended, and looks then. All in one statement, so that telling costs no round trip, and
     * nothing is told when nothing is moved.
     */
    private static final String MOVE_AND_TELL = MOVE + """
             RETURNING CASE WHEN pg_try_advisory_xact_lock(:lock, :slot) THEN false
            ELSE pg_notify(:channel, :rows) IS NULL END""";

    private final Pool pool;

    Checkpoints(Pool pool) {
        this.pool = pool;
    }

    /** The checkpoint; empty when the projection has never seen the partition. */
    Uni<Optional<Checkpoint>> find(String projection, Partition partition) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(projection, LIVE, partition.toString()))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(new Checkpoint(row.getUUID(0), row.getLong(1)));
                    }
                    return Optional.empty();
                });
    }

    /** All checkpoints of a projection; empty when it has never run, otherwise with every partition of what it follows. */
    Uni<Map<Partition, Long>> positions(String projection) {
        return pool.preparedQuery(POSITIONS).execute(Tuple.of(projection, LIVE)).map(rows -> {
            Map<Partition, Long> positions = new HashMap<>();
            rows.forEach(row -> positions.put(partition(row.getString(0)), row.getLong(1)));
            return positions;
        });
    }

    private static Partition partition(String text) {
        int slash = text.lastIndexOf('/');
        return new Partition(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Makes the checkpoints of all partitions together, at 0, where there is none. */
    Uni<Void> create(String projection, LogDescriptor log) {
        String[] partitions =
                log.allPartitions().stream().map(Partition::toString).toArray(String[]::new);
        return pool.preparedQuery(CREATE)
                .execute(Tuple.of(projection, LIVE, log.id(), partitions))
                .replaceWithVoid();
    }

    /**
     * Moves the checkpoint as part of the session's transaction, and locks it until that ends. Those who listen are told
     * which rows have changed, once they have.
     *
     * @param changed the ids of the rows that the transaction changes
     * @return false when it is not where it was expected: another instance went first
     */
    Uni<Boolean> move(
            Mutiny.Session session,
            String projection,
            Partition partition,
            long expected,
            long next,
            Set<String> changed) {
        Mutiny.MutationQuery query = changed.isEmpty()
                ? session.createNativeQuery(MOVE)
                : session.createNativeQuery(MOVE_AND_TELL)
                        .setParameter("lock", RowNotice.lock(projection))
                        .setParameter("slot", partition.number() % RowNotice.SLOTS)
                        .setParameter("channel", RowNotice.channel(projection))
                        .setParameter("rows", RowNotice.write(changed));
        return query.setParameter("next", next)
                .setParameter("projection", projection)
                .setParameter("generation", LIVE)
                .setParameter("partition", partition.toString())
                .setParameter("expected", expected)
                .executeUpdate()
                .map(moved -> moved == 1);
    }
}
