package dev.foldline.functions.runtime.publish;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.runtime.Announcements;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.follow.EventHandler;
import dev.foldline.functions.runtime.follow.Feeds;
import dev.foldline.functions.runtime.follow.Follower;
import dev.foldline.functions.runtime.follow.Followers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The publishers of this process. */
@Singleton
final class Publishers {

    private final Followers followers = new Followers("publisher");

    Publishers(
            PublishedStreams streams,
            PublishedLogs logs,
            Feeds feeds,
            CommitSubscriptions subscriptions,
            Announcements announcements,
            MeterRegistry meters,
            PayloadSettings payloads,
            @ConfigProperty(name = "foldline.publisher.poll-interval", defaultValue = "2s") Duration pollInterval) {
        for (Publisher<?, ?> publisher : streams.publishers()) {
            var target =
                    new PublisherTarget<>(publisher, logs, log -> announcements.of(publisher.stream(), log), payloads);
            EventHandler handler = handler(publisher);
            followers.add(handler.name(), new Follower(handler, target, feeds, subscriptions, meters, pollInterval));
        }
    }

    static EventHandler handler(Publisher<?, ?> publisher) {
        EventSource<?> stream = publisher.stream();
        return new EventHandler(
                "publisher",
                stream.context() + "/" + stream.name(),
                stream.context() + ".publisher." + stream.name(),
                publisher.source(),
                Ordering.PARTITION);
    }

    void start(@Observes StartupEvent event) {
        followers.start();
    }

    /** Before the database's connections are closed. */
    void stop(@Observes ShutdownEvent event) {
        followers.stop();
    }

    boolean areStarted() {
        return followers.areStarted();
    }

    List<String> failures() {
        return followers.failures();
    }
}
