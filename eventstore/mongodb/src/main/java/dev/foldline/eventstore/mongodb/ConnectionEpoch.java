package dev.foldline.eventstore.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionPoolClearedEvent;
import com.mongodb.event.ConnectionPoolListener;
import com.mongodb.event.ConnectionReadyEvent;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts the occasions on which the data behind a client may have become other data: each connection lost or made and each
 * new primary. A server cannot be restored or replaced without one of them, so a log that was checked in this epoch is
 * still the one that was checked. Thread-safe.
 *
 * <p>It hears of them only from a client whose settings it was registered with.
 */
public final class ConnectionEpoch implements ConnectionPoolListener, ClusterListener {

    private final AtomicLong epoch = new AtomicLong();

    /** Registers with the settings of the client to be watched, before the client is made. */
    public MongoClientSettings.Builder watch(MongoClientSettings.Builder settings) {
        return settings.applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(this))
                .applyToClusterSettings(cluster -> cluster.addClusterListener(this));
    }

    /** Changes before an operation that lost its connection returns, and before one is served by a new connection. */
    long current() {
        return epoch.get();
    }

    @Override
    public void connectionPoolCleared(ConnectionPoolClearedEvent event) {
        epoch.incrementAndGet();
    }

    @Override
    public void connectionClosed(ConnectionClosedEvent event) {
        epoch.incrementAndGet();
    }

    @Override
    public void connectionReady(ConnectionReadyEvent event) {
        epoch.incrementAndGet();
    }

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        if (!samePrimary(primary(event.getPreviousDescription()), primary(event.getNewDescription()))) {
            epoch.incrementAndGet();
        }
    }

    private static boolean samePrimary(@Nullable ServerDescription one, @Nullable ServerDescription other) {
        return same(one, other, ServerDescription::getAddress) && same(one, other, ServerDescription::getElectionId);
    }

    private static boolean same(
            @Nullable ServerDescription one, @Nullable ServerDescription other, Function<ServerDescription, ?> what) {
        return Objects.equals(one == null ? null : what.apply(one), other == null ? null : what.apply(other));
    }

    private static @Nullable ServerDescription primary(ClusterDescription cluster) {
        return cluster.getServerDescriptions().stream()
                .filter(ServerDescription::isPrimary)
                .findFirst()
                .orElse(null);
    }
}
