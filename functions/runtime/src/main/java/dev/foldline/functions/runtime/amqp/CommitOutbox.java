package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.write.CommitSink;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpSender;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends the commits of one source, with a bounded number on their way. Any thread. */
final class CommitOutbox implements BrokerConnection.Attachment, CommitSink {

    private static final int MOST_ON_THEIR_WAY = 4_096;

    private final SourceName source;
    private final String address;
    private final Runnable dropped;
    private volatile @Nullable Link link;

    /** One sender and how many of its messages the broker has not confirmed yet. */
    private record Link(AmqpSender sender, AtomicInteger onTheirWay) {

        boolean isUsable() {
            return !sender.connection().isDisconnected() && onTheirWay.get() < MOST_ON_THEIR_WAY;
        }
    }

    CommitOutbox(SourceName source, Runnable dropped) {
        this.source = source;
        this.address = Addresses.events(source);
        this.dropped = dropped;
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

    @Override
    public void appended(Partition partition, Commit commit) {
        Link current = link;
        if (current == null || !current.isUsable()) {
            dropped.run();
            return;
        }
        current.onTheirWay().incrementAndGet();
        current.sender()
                .sendWithAck(AnnouncedMessages.write(source, partition, commit))
                .onComplete(result -> {
                    current.onTheirWay().decrementAndGet();
                    if (result.failed()) {
                        dropped.run();
                    }
                });
    }

    @Override
    public String toString() {
        return "a sender to " + address;
    }
}
