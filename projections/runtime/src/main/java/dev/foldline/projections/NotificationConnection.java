package dev.foldline.projections;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection that listens to channels of PostgreSQL, made when a channel is wanted, made anew when it is lost, and closed
 * some time after none is wanted any more. A statement from time to time tells a silent connection from a lost one. All of it
 * happens on one event loop.
 */
final class NotificationConnection {

    /** Hears of notifications, on the event loop. */
    interface Listener {

        /** The channels that are wanted. */
        Set<String> channels();

        void notified(String channel, String payload);

        /** What was told on the channel until now may not have been heard. */
        void interrupted(String channel);
    }

    private static final Logger LOG = Logger.getLogger(NotificationConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Context context;
    private final PatientPool pool;
    private final Listener listener;
    private final Set<String> heard = new HashSet<>();
    private @Nullable PgConnection connection;
    private boolean connecting;
    private boolean closed;
    private Duration pause = FIRST_PAUSE;

    NotificationConnection(Vertx vertx, PatientPool pool, Listener listener) {
        this.vertx = vertx;
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.pool = pool;
        this.listener = listener;
    }

    /** A channel is wanted. Any thread; returns at once. */
    void want(String channel) {
        context.runOnContext(ignored -> {
            PgConnection current = connection;
            if (current == null) {
                connect();
            } else if (heard.contains(channel)) {
                listener.interrupted(channel);
            } else {
                listen(current, channel);
            }
        });
    }

    /** For good. */
    void close() {
        context.runOnContext(ignored -> {
            closed = true;
            drop();
        });
    }

    private void connect() {
        if (connecting || closed) {
            return;
        }
        connecting = true;
        pool.options()
                .map(this::connect)
                .orElseGet(() -> Future.failedFuture("there is no database"))
                .onComplete(result -> connecting = false)
                .onSuccess(this::connected)
                .onFailure(this::notConnected);
    }

    private Future<PgConnection> connect(PgConnectOptions options) {
        return PgConnection.connect(vertx, options);
    }

    private void connected(PgConnection fresh) {
        connection = fresh;
        fresh.notificationHandler(news -> listener.notified(news.getChannel(), news.getPayload()));
        fresh.closeHandler(ignored -> lost(fresh));
        fresh.exceptionHandler(cause -> LOG.debugf(cause, "The connection that listens to changes of rows fails"));
        listener.channels().forEach(channel -> listen(fresh, channel));
        beatLater(fresh);
    }

    /** First it listens, then it takes the locks that tell of it: what was not told before, and is now in the rows, comes next. */
    private void listen(PgConnection current, String channel) {
        heard.add(channel);
        current.query("LISTEN " + quoted(channel))
                .execute()
                .compose(listening -> locks(current, "pg_advisory_lock_shared", channel))
                .onSuccess(locked -> {
                    pause = FIRST_PAUSE;
                    listener.interrupted(channel);
                })
                .onFailure(cause -> current.close());
    }

    private void forget(PgConnection current, String channel) {
        heard.remove(channel);
        locks(current, "pg_advisory_unlock_shared", channel)
                .compose(
                        unlocked -> current.query("UNLISTEN " + quoted(channel)).execute())
                .onFailure(cause -> current.close());
    }

    private static Future<?> locks(PgConnection current, String function, String channel) {
        return current.query("SELECT count(%s(%d, slot)) FROM generate_series(0, %d) AS slot"
                        .formatted(function, RowNotice.lockOf(channel), RowNotice.SLOTS - 1))
                .execute();
    }

    private static String quoted(String channel) {
        return '"' + channel.replace("\"", "\"\"") + '"';
    }

    private void beatLater(PgConnection current) {
        vertx.setTimer(pool.patience().toMillis() / 3, timer -> context.runOnContext(ignored -> beat(current)));
    }

    private void beat(PgConnection current) {
        if (connection != current) {
            return;
        }
        Set<String> wanted = listener.channels();
        if (wanted.isEmpty()) {
            drop();
            return;
        }
        Set.copyOf(heard).stream().filter(channel -> !wanted.contains(channel)).forEach(old -> forget(current, old));
        current.query("SELECT 1").execute().onFailure(cause -> current.close());
        beatLater(current);
    }

    private void lost(PgConnection old) {
        if (connection == old) {
            connection = null;
            heard.clear();
            notConnected(new IOException("the connection was closed"));
        }
    }

    /** Until it listens again it has everybody look again and again. */
    private void notConnected(Throwable cause) {
        if (closed) {
            return;
        }
        Set<String> wanted = listener.channels();
        if (wanted.isEmpty()) {
            return;
        }
        if (pause.equals(FIRST_PAUSE)) {
            LOG.warnf("Changes of rows cannot be listened to (%s); trying until they can", cause);
        }
        wanted.forEach(listener::interrupted);
        vertx.setTimer(pause.toMillis(), timer -> context.runOnContext(ignored -> reconnect()));
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void reconnect() {
        if (connection == null && !listener.channels().isEmpty()) {
            connect();
        }
    }

    private void drop() {
        PgConnection current = connection;
        connection = null;
        heard.clear();
        if (current != null) {
            current.close();
        }
    }
}
