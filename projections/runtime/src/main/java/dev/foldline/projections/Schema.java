package dev.foldline.projections;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Makes tables that are not there yet, from {@code META-INF/foldline/schema/<name>.sql} of a projection's jar. */
@Singleton
final class Schema {

    private static final String LOCATION = "META-INF/foldline/schema/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of one number that all processes agree on; any will do. */
    private static final long LOCK = 0x466f6c646c696e65L;

    /** That a table is there already is no news. */
    private static final String QUIET = "SET LOCAL client_min_messages = warning;";

    private final Pool pool;

    Schema(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs the statements of this name, which are such that running them again changes nothing. Blocks; one process at a
     * time.
     */
    void ensure(String name) {
        String statements = read(LOCATION + name + ".sql");
        pool.withTransaction(connection -> lock(connection)
                        .chain(() -> connection.query(QUIET + statements).execute())
                        .replaceWithVoid())
                .await()
                .atMost(PATIENCE);
    }

    private static Uni<Void> lock(SqlConnection connection) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .replaceWithVoid();
    }

    private static String read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        resource + " is not in the application: a projection brings its schema");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
