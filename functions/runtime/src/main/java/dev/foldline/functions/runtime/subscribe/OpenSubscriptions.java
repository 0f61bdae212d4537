package dev.foldline.functions.runtime.subscribe;

import dev.foldline.functions.UnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The subscriptions that this process serves or relays: at most as many as it may, and none beyond its end. Thread-safe. */
@Singleton
public final class OpenSubscriptions {

    private final int most;
    private final Set<Latest<?>> open = new HashSet<>();
    private boolean stopped;

    OpenSubscriptions(
            @ConfigProperty(name = "foldline.subscription.limit", defaultValue = "10000") int most,
            MeterRegistry meters) {
        this.most = most;
        meters.gauge("foldline.subscriptions", this, OpenSubscriptions::count);
    }

    /**
     * Adds a subscription until it ends.
     *
     * @throws UnavailableException there is no room, or no time
     */
    public void add(Latest<?> subscription) {
        synchronized (this) {
            if (stopped) {
                throw stopping();
            }
            if (open.size() >= most) {
                throw new UnavailableException("there are as many subscriptions here as there may be, " + most, null);
            }
            open.add(subscription);
        }
        subscription.whenEnded(() -> remove(subscription));
    }

    private synchronized void remove(Latest<?> subscription) {
        open.remove(subscription);
    }

    private synchronized int count() {
        return open.size();
    }

    /** Before what subscribers are told by goes away. */
    public void stop(@Observes @Priority(100) ShutdownEvent event) {
        drain().forEach(subscription -> subscription.fail(stopping()));
    }

    private synchronized List<Latest<?>> drain() {
        stopped = true;
        return List.copyOf(open);
    }

    private static UnavailableException stopping() {
        return new UnavailableException("the process stops; subscribe again with the last token", null);
    }
}
