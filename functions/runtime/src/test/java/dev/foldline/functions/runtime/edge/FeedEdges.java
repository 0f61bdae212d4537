package dev.foldline.functions.runtime.edge;

import dev.foldline.functions.runtime.publish.PublishedStreams;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Makes what other packages' tests need of this one. */
public final class FeedEdges {

    private FeedEdges() {}

    public static FeedEdge of(PublishedStreams streams, Remote remote) {
        return new FeedEdge(streams, remote, new SimpleMeterRegistry(), Duration.ofSeconds(30));
    }
}
