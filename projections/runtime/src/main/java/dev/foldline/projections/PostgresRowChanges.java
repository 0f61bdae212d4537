package dev.foldline.projections;

import dev.foldline.functions.runtime.RowChanges;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Hears what projections tell in PostgreSQL, on one connection that there is while anybody listens. */
@Singleton
final class PostgresRowChanges implements RowChanges, NotificationConnection.Listener {

    private static final Logger LOG = Logger.getLogger(PostgresRowChanges.class);

    private final Map<String, Set<RowChanges.Listener>> listeners = new HashMap<>();
    private final NotificationConnection connection;

    PostgresRowChanges(Vertx vertx, PatientPool pool) {
        connection = new NotificationConnection(vertx, pool, this);
    }

    @Override
    public Runnable listen(String projection, RowChanges.Listener listener) {
        String channel = RowNotice.channel(projection);
        synchronized (listeners) {
            listeners
                    .computeIfAbsent(channel, missing -> new CopyOnWriteArraySet<>())
                    .add(listener);
        }
        connection.want(channel);
        return () -> forget(channel, listener);
    }

    private void forget(String channel, RowChanges.Listener listener) {
        synchronized (listeners) {
            Set<RowChanges.Listener> others = listeners.getOrDefault(channel, Set.of());
            others.remove(listener);
            if (others.isEmpty()) {
                listeners.remove(channel);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        connection.close();
    }

    @Override
    public Set<String> channels() {
        synchronized (listeners) {
            return Set.copyOf(listeners.keySet());
        }
    }

    @Override
    public void notified(String channel, String payload) {
        try {
            RowNotice.read(payload)
                    .ifPresentOrElse(
                            ids -> listeners(channel).forEach(listener -> listener.changed(ids)),
                            () -> interrupted(channel));
        } catch (RuntimeException e) {
            LOG.warnf("What was told on %s cannot be read; any row may have changed", channel);
            interrupted(channel);
        }
    }

    @Override
    public void interrupted(String channel) {
        listeners(channel).forEach(RowChanges.Listener::anyChanged);
    }

    private List<RowChanges.Listener> listeners(String channel) {
        synchronized (listeners) {
            return Stream.ofNullable(listeners.get(channel))
                    .flatMap(Set::stream)
                    .toList();
        }
    }
}
