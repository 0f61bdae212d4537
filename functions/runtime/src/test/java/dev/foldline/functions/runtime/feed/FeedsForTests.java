package dev.foldline.functions.runtime.feed;

import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.edge.Remote;
import dev.foldline.functions.runtime.follow.Feeds;
import dev.foldline.functions.runtime.publish.PublishedStreams;
import java.time.Duration;

/** Makes what other packages' tests need of this one. */
public final class FeedsForTests {

    private FeedsForTests() {}

    public static Feeds of(Logs logs, PublishedStreams streams, Remote remote) {
        return new PublishedFeeds(logs, streams, remote, Duration.ofSeconds(2));
    }
}
