package dev.foldline.log;

import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.PlatformFunction;
import dev.foldline.functions.runtime.own.AppendRequests;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Owns the partitions of the logs of every context it knows, in that it commits for all command functions that ask. Any number
 * may run: the broker gives each partition's requests to one of them. Functions that reach none append to the logs themselves.
 */
public final class LogFunction implements PlatformFunction {

    private static final Logger LOG = Logger.getLogger(LogFunction.class);

    private final List<ContextOwner> contexts;
    private final Duration interval;
    private @Nullable Thread thread;
    private boolean away;

    public LogFunction(
            FunctionCatalog catalog,
            EventStore store,
            AppendRequests requests,
            @ConfigProperty(name = "foldline.log.owner.interval", defaultValue = "5s") Duration interval) {
        this.interval = interval;
        this.contexts = catalog.contexts().stream()
                .map(context -> new ContextOwner(context, store, requests))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("owner of logs").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
        contexts.forEach(ContextOwner::close);
    }

    /** Why a partition is no longer written here; null while all are. */
    @Nullable
    String failure() {
        return contexts.stream()
                .map(ContextOwner::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(interval);
            }
        } catch (InterruptedException e) {
            LOG.debug("No more logs are looked for");
        }
    }

    /** Owns what logs there are by now; an outage is told once. */
    private void look() {
        try {
            contexts.forEach(ContextOwner::look);
            away = false;
        } catch (EventStoreException e) {
            if (!away) {
                LOG.warnf("Logs cannot be looked for: %s", e.getMessage());
            }
            away = true;
        }
    }
}
