package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.edge.FeedEdge;
import dev.foldline.functions.runtime.edge.FeedEdges;
import dev.foldline.functions.runtime.event.CommitListeners;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.feed.FeedsForTests;
import dev.foldline.functions.runtime.follow.Feeds;
import dev.foldline.functions.runtime.publish.Notes;
import dev.foldline.functions.runtime.publish.PublishedStreams;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.CommitSink;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.util.List;

/** As much of a process as publishes, serves or reads feeds over a broker. */
final class FeedProcess implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final BrokerConnection broker;
    private final AmqpRemote remote;
    private final PublishedStreams streams;
    private final FeedEdge edge;

    FeedProcess(String brokerUrl, PublishedStreams streams) {
        this.streams = streams;
        broker = new BrokerConnection(vertx, brokerUrl);
        var nothing = new FunctionCatalog(List.of(), List.of(), List.of(), List.of(), List.of());
        remote = new AmqpRemote(broker, nothing, Notes.CATALOG, Tracing.off());
        edge = FeedEdges.of(streams, remote);
        var event = new StartupEvent();
        broker.start(event);
        remote.start(event);
        var replies = new AmqpReplies(broker);
        replies.start(event);
        new AmqpFeeds(streams, broker, replies, edge).start(event);
    }

    FeedEdge edge() {
        return edge;
    }

    Feeds feeds(Logs logs) {
        return FeedsForTests.of(logs, streams, remote);
    }

    CommitSubscriptions subscriptions() {
        return new AmqpCommitSubscriptions(broker, new CommitListeners(), Tracing.off());
    }

    CommitSink announcements(EventSource<?> source) {
        var outbox = new CommitOutbox(SourceName.of(source));
        broker.attach(outbox);
        return outbox::send;
    }

    @Override
    public void close() {
        broker.close();
        vertx.close();
    }
}
