package dev.foldline.functions.runtime.amqp;

import io.quarkus.runtime.StartupEvent;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpConnection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to the broker, and what is attached to it. Both are kept up: whatever is lost is made anew, with a
 * growing pause between attempts, for as long as the process lives. All of it happens on one event loop.
 */
@Singleton
final class BrokerConnection {

    /** Something that lives on the connection: a receiver or a sender. Called on the event loop, once per connection. */
    interface Attachment {

        /**
         * Attaches to a new connection.
         *
         * @param lost to be called when what was attached is gone while the connection is not
         */
        Future<?> attach(AmqpConnection connection, Runnable lost);

        /** The connection is gone, and what was attached to it. Called on the event loop. */
        default void disconnected() {}
    }

    private static final Logger LOG = Logger.getLogger(BrokerConnection.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /** How long a broker may take to answer an attempt to connect. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Context context;
    private final AmqpClient client;
    private final Duration patience;
    private final List<Attachment> attachments = new CopyOnWriteArrayList<>();
    private volatile @Nullable AmqpConnection connection;
    private volatile boolean closed;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    @Inject
    BrokerConnection(Vertx vertx, @ConfigProperty(name = "foldline.amqp.url") String url) {
        this(vertx, url, PATIENCE);
    }

    BrokerConnection(Vertx vertx, String url, Duration patience) {
        this.patience = patience;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = AmqpClient.create(vertx, BrokerUrl.options(url));
    }

    /** Attaches now, or when there is a connection, and again after each loss. Any thread. */
    void attach(Attachment attachment) {
        context.runOnContext(ignored -> {
            attachments.add(attachment);
            AmqpConnection current = connection;
            if (current != null) {
                attach(attachment, current, FIRST_PAUSE_MILLIS);
            }
        });
    }

    boolean isConnected() {
        return connection != null;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        context.runOnContext(ignored -> connect());
    }

    @PreDestroy
    void close() {
        closed = true;
        client.close();
    }

    private void connect() {
        if (!closed) {
            // A connection that breaks before the broker has opened it is never reported by the client.
            Future<AmqpConnection> attempt = client.connect();
            attempt.timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .onSuccess(this::connected)
                    .onFailure(cause -> {
                        attempt.onSuccess(AmqpConnection::close);
                        notConnected(cause);
                    });
        }
    }

    private void connected(AmqpConnection fresh) {
        LOG.info("Connected to the broker");
        pauseMillis = FIRST_PAUSE_MILLIS;
        connection = fresh;
        fresh.exceptionHandler(cause -> lost(fresh, cause.getMessage()));
        // Also when it was lost before anybody listened.
        fresh.closeFuture().onComplete(ended -> lost(fresh, "Connection disconnected"));
        attachments.forEach(attachment -> attach(attachment, fresh, FIRST_PAUSE_MILLIS));
    }

    private void lost(AmqpConnection old, @Nullable String cause) {
        if (connection == old) {
            connection = null;
            old.close();
            attachments.forEach(Attachment::disconnected);
            if (!closed) {
                LOG.warnf("The connection to the broker is lost (%s); it is made anew", cause);
                connectLater();
            }
        }
    }

    private void notConnected(Throwable cause) {
        if (!closed) {
            if (pauseMillis == FIRST_PAUSE_MILLIS) {
                LOG.warnf("The broker cannot be reached (%s); trying until it can", cause.getMessage());
            }
            connectLater();
        }
    }

    private void connectLater() {
        vertx.setTimer(pauseMillis, ignored -> context.runOnContext(again -> connect()));
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
    }

    private void attach(Attachment attachment, AmqpConnection to, long pause) {
        if (connection != to || closed) {
            return;
        }
        Runnable again = () -> vertx.setTimer(
                pause,
                ignored ->
                        context.runOnContext(now -> attach(attachment, to, Math.min(pause * 2, LONGEST_PAUSE_MILLIS))));
        attachment.attach(to, again).onFailure(cause -> {
            LOG.warnf("The broker refuses %s (%s); trying again", attachment, cause.getMessage());
            again.run();
        });
    }
}
