package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.follow.Follower;
import dev.foldline.functions.runtime.write.CommitSink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** One instance of the publisher of notes, as a process of its own would have it. */
public final class RunningPublisher implements AutoCloseable {

    private final Thread thread;

    private RunningPublisher(Thread thread) {
        this.thread = thread;
    }

    public static RunningPublisher start(Logs own, CommitSubscriptions subscriptions, CommitSink announcements) {
        var publisher = new Notes();
        var target = new PublisherTarget<>(
                publisher, new PublishedLogs(own), log -> announcements, new PayloadSettings(PayloadFormat.CBOR, 0));
        var follower = new Follower(
                Publishers.handler(publisher),
                target,
                source -> StoreForTests.stored(own),
                subscriptions,
                new SimpleMeterRegistry(),
                Duration.ofMillis(100));
        return new RunningPublisher(Thread.ofVirtual().start(follower));
    }

    /** Ends it wherever it is. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
