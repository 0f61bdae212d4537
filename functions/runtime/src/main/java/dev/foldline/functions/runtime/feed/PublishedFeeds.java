package dev.foldline.functions.runtime.feed;

import dev.foldline.eventstore.CommitReader;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.edge.Remote;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.follow.Feeds;
import dev.foldline.functions.runtime.publish.PublishedStreams;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads events where they are: stored ones from their log, published ones from their log when their publisher runs here, and
 * otherwise from whichever process runs it.
 */
@Singleton
final class PublishedFeeds implements Feeds {

    private final Logs logs;
    private final PublishedStreams streams;
    private final Remote remote;
    private final Duration timeout;
    private final Map<SourceName, RemoteFeed> elsewhere = new ConcurrentHashMap<>();

    PublishedFeeds(
            Logs logs,
            PublishedStreams streams,
            Remote remote,
            @ConfigProperty(name = "foldline.feed.timeout", defaultValue = "5s") Duration timeout) {
        this.logs = logs;
        this.streams = streams;
        this.remote = remote;
        this.timeout = timeout;
    }

    @Override
    public CommitReader feed(EventSource<?> source) {
        SourceName name = SourceName.of(source);
        if (!name.published()) {
            return logs.log(name.context(), name.name());
        }
        return streams.isPublishedHere(name)
                ? streams.log(name)
                : elsewhere.computeIfAbsent(name, stream -> new RemoteFeed(stream, remote, timeout));
    }
}
