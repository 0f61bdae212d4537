package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.event.SourceName;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpSender;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends the commits of one source, with a bounded number on their way. Any thread. */
final class CommitOutbox implements BrokerConnection.Attachment {

    private static final int MOST_ON_THEIR_WAY = 4_096;

    private final SourceName source;
    private final String address;
    private volatile @Nullable Link link;

    /** One sender and how many of its messages the broker has not confirmed yet. */
    private record Link(AmqpSender sender, AtomicInteger onTheirWay) {

        boolean isUsable() {
            return !sender.connection().isDisconnected() && onTheirWay.get() < MOST_ON_THEIR_WAY;
        }
    }

    CommitOutbox(SourceName source) {
        this.source = source;
        this.address = Addresses.events(source);
    }

    @Override
    public Future<?> attach(AmqpConnection connection, Runnable lost) {
        link = null;
        var options = new AmqpSenderOptions().setCapabilities(List.of(Addresses.TOPIC));
        return connection.createSender(address, options).onSuccess(fresh -> {
            link = new Link(fresh, new AtomicInteger());
            fresh.exceptionHandler(cause -> {
                link = null;
                lost.run();
            });
        });
    }

    /** Completes when the broker has confirmed the commit's message; exceptionally when it was not sent or not taken. */
    CompletionStage<Void> send(Partition partition, Commit commit) {
        Link current = link;
        if (current == null || !current.isUsable()) {
            return CompletableFuture.failedStage(
                    new UnavailableException("the broker is away, or behind with " + address, null));
        }
        current.onTheirWay().incrementAndGet();
        return current.sender()
                .sendWithAck(AnnouncedMessages.write(source, partition, commit))
                .onComplete(result -> current.onTheirWay().decrementAndGet())
                .recover(cause ->
                        Future.failedFuture(new UnavailableException("the broker does not take " + address, cause)))
                .toCompletionStage();
    }

    @Override
    public String toString() {
        return "a sender to " + address;
    }
}
