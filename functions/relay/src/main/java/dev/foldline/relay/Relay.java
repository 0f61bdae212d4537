package dev.foldline.relay;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.functions.FaultException;
import dev.foldline.functions.runtime.Announcements;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.PlatformFunction;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks at the logs of every context it knows from time to time, and announces commits that were in a log at the last look
 * already and that the broker has not confirmed: their writer died in between, or the broker was away. Handlers of events find
 * such commits in the log by themselves; the relay spares them the wait, and tells those who listen to the broker only. Any
 * number may run.
 */
public final class Relay implements PlatformFunction {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final List<ContextRelay> contexts = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Duration interval;

    public Relay(
            FunctionCatalog catalog,
            EventStore store,
            CheckpointStore checkpoints,
            Announcements announcements,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.relay.interval", defaultValue = "1s") Duration interval) {
        this.interval = interval;
        var unannounced = new Unannounced(checkpoints, announcements, meters);
        catalog.contexts().forEach(context -> contexts.add(new ContextRelay(context, store, unannounced)));
    }

    void start(@Observes StartupEvent event) {
        for (ContextRelay context : contexts) {
            threads.add(Thread.ofVirtual().name("relay " + context).start(() -> run(context)));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    private void run(ContextRelay context) {
        boolean away = false;
        try {
            while (true) {
                Thread.sleep(interval);
                away = look(context, away);
            }
        } catch (InterruptedException e) {
            LOG.debugf("The relay of '%s' stops", context);
        }
    }

    /** Whether something was away; an outage is told once. */
    private static boolean look(ContextRelay context, boolean wasAway) {
        try {
            context.look();
            if (wasAway) {
                LOG.infof("The relay of '%s' goes on", context);
            }
            return false;
        } catch (EventStoreException | FaultException e) {
            if (!wasAway) {
                LOG.warnf("The relay of '%s' waits: %s", context, e.getMessage());
            }
            return true;
        }
    }
}
