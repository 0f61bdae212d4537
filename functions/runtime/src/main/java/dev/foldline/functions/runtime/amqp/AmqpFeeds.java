package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.FeedEdge;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.publish.PublishedStreams;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers at {@code <context>.feed.<stream>} what others want to read of the streams that are published here. Acknowledged
 * whatever comes of it: whoever gets no answer asks again.
 */
@Singleton
final class AmqpFeeds {

    private final PublishedStreams streams;
    private final BrokerConnection broker;
    private final AmqpReplies replies;
    private final FeedEdge edge;

    AmqpFeeds(PublishedStreams streams, BrokerConnection broker, AmqpReplies replies, FeedEdge edge) {
        this.streams = streams;
        this.broker = broker;
        this.replies = replies;
        this.edge = edge;
    }

    void start(@Observes StartupEvent event) {
        for (SourceName stream : streams.here()) {
            String address = Addresses.feed(stream.context(), stream.name());
            broker.attach(new AmqpInbox(address, Addresses.QUEUE, message -> take(stream, new AmqpRequest(message))));
        }
    }

    private Future<Outcome> take(SourceName stream, AmqpRequest request) {
        return replies.answer(
                request,
                edge.timeout(),
                patience -> edge.read(stream.context(), stream.name(), request.body(), patience));
    }
}
