package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.MalformedBodyException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.Causes;
import dev.foldline.functions.runtime.Deadlines;
import dev.foldline.functions.runtime.event.CommitEvents;
import dev.foldline.functions.runtime.event.CommitListeners;
import dev.foldline.functions.runtime.event.CommitMessages;
import dev.foldline.functions.runtime.event.FollowedSources;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.follow.Feeds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes announced commits as CloudEvents and brings them to the handlers in this process. Thread-safe; never blocks.
 *
 * <p>Whoever can reach a function over HTTP can send it anything, so what comes is a doorbell: it says where a commit is,
 * and the commit itself is read from the log. What is not in the log is told to nobody.
 */
@Singleton
public final class EventEdge {

    private static final int MOST_UNDER_WAY = 1_024;

    private final CommitListeners listeners;
    private final FollowedSources sources;
    private final Feeds feeds;
    private final Duration timeout;
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);

    EventEdge(
            CommitListeners listeners,
            FollowedSources sources,
            Feeds feeds,
            @ConfigProperty(name = "foldline.event.timeout", defaultValue = "5s") Duration timeout) {
        this.listeners = listeners;
        this.sources = sources;
        this.feeds = feeds;
        this.timeout = timeout;
    }

    /**
     * Takes an event.
     *
     * @param headers the request's headers, by their names in lower case
     * @param body the request's body
     * @return 204 when every handler of its source has taken care of it; never completes exceptionally
     */
    public CompletionStage<Reply> receive(Map<String, String> headers, byte[] body) {
        try {
            return receive(EventReader.read(headers, body));
        } catch (IllegalArgumentException e) {
            String detail = "the request is no event to react to: " + e.getMessage();
            return CompletableFuture.completedStage(Replies.ofFault(new MalformedBodyException(detail)));
        }
    }

    private CompletionStage<Reply> receive(EventReader.Incoming event) {
        Optional<EventSource<?>> source = listeners.followed(event.source());
        if (!event.type().equals(CommitEvents.TYPE) || (source.isEmpty() && !sources.areFollowed(event.source()))) {
            return CompletableFuture.completedStage(notFollowed(event));
        }
        CommitMessages.Announced announced = event.commit();
        source.ifPresent(known -> requireSame(known, announced.partition()));
        if (source.isEmpty() || !room.tryAcquire()) {
            return CompletableFuture.completedStage(refused(new UnavailableException("not now; send it again", null)));
        }
        return take(source.get(), announced)
                .whenComplete((ignored, fault) -> room.release())
                .handle((done, fault) -> fault == null ? Reply.NO_CONTENT : refused(fault));
    }

    private static void requireSame(EventSource<?> source, Partition partition) {
        if (!partition.aggregateType().equals(SourceName.of(source).logType())) {
            throw new IllegalArgumentException("its data is of another source than it says");
        }
    }

    private CompletableFuture<Void> take(EventSource<?> source, CommitMessages.Announced announced) {
        var taken = new CompletableFuture<Void>();
        Thread.ofVirtual().name("event").start(() -> tell(source, announced, taken));
        return Deadlines.within(taken, timeout, "the event was not taken care of in time");
    }

    private void tell(EventSource<?> source, CommitMessages.Announced announced, CompletableFuture<Void> taken) {
        try {
            CommitReader log = feeds.feed(source);
            Partition partition = announced.partition();
            Commit commit = logged(log, partition, announced.commit().position());
            listeners.heard(source, partition, commit).whenComplete((done, fault) -> {
                if (fault == null) {
                    taken.complete(null);
                } else {
                    taken.completeExceptionally(fault);
                }
            });
        } catch (RuntimeException e) {
            taken.completeExceptionally(e);
        }
    }

    private static Commit logged(CommitReader log, Partition partition, long position) {
        if (partition.number() >= log.descriptor().partitions() || log.head(partition.number()) < position) {
            throw new UnavailableException("there is no commit at " + CommitEvents.id(partition, position), null);
        }
        List<Commit> found = log.read(partition.number(), position - 1, 1);
        return found.getFirst();
    }

    private static Reply notFollowed(EventReader.Incoming event) {
        return Problem.of(
                        404,
                        "not-followed",
                        "nobody here follows events of type '" + event.type() + "' from '" + event.source() + "'")
                .reply();
    }

    /** Whoever sends it tries again: nothing is known but that not everybody has taken care of it. */
    private static Reply refused(Throwable fault) {
        Throwable cause = Causes.of(fault);
        return Replies.ofFault(
                cause instanceof UnavailableException unavailable
                        ? unavailable
                        : new UnavailableException("the event was not taken care of; send it again", cause));
    }
}
