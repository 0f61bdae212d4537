package dev.foldline.projections;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool of connections to the projections' database, none of which waits for ever: not for a database that has
 * fallen silent, and not for the locks of a process that has.
 */
@Singleton
final class PatientPool implements PgPoolCreator {

    private final int patienceMillis;
    private volatile @Nullable PgConnectOptions options;

    PatientPool(@ConfigProperty(name = "foldline.postgres.timeout", defaultValue = "10s") Duration patience) {
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(this::limit);
        options = input.pgConnectOptionsList().getFirst();
        // Later than a connection attempt is given up, whose end the pool takes amiss when nobody waits for it any
        // more.
        PoolOptions options = input.poolOptions()
                .setConnectionTimeout(2 * patienceMillis)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    /** How to connect beside the pool; the connection is closed when nothing was heard on it for {@link #patience}. */
    Optional<PgConnectOptions> options() {
        return Optional.ofNullable(options).map(PgConnectOptions::new);
    }

    Duration patience() {
        return Duration.ofMillis(patienceMillis);
    }

    /** The server gives up a statement before the client gives up the connection, so that nothing is left behind. */
    private void limit(PgConnectOptions options) {
        options.setConnectTimeout(patienceMillis / 4)
                .setIdleTimeout(patienceMillis)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        if (!options.getUseLayer7Proxy()) {
            limits().forEach(options.getProperties()::putIfAbsent);
        }
    }

    /** PostgreSQL's settings of these names, in milliseconds. A URL that has one of them as a parameter is right. */
    private Map<String, String> limits() {
        return Map.of(
                "lock_timeout", String.valueOf(patienceMillis / 2),
                "statement_timeout", String.valueOf(patienceMillis * 4L / 5),
                "idle_in_transaction_session_timeout", String.valueOf(patienceMillis));
    }
}
