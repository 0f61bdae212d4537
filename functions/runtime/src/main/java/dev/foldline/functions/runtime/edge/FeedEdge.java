package dev.foldline.functions.runtime.edge;

import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.Causes;
import dev.foldline.functions.runtime.Deadlines;
import dev.foldline.functions.runtime.event.SourceName;
import dev.foldline.functions.runtime.publish.PublishedStreams;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets others read the streams that are published here, and passes on what they ask of others. Thread-safe; never blocks. */
@Singleton
public final class FeedEdge {

    private static final int MOST_UNDER_WAY = 64;
    private static final MessageReader REQUESTS = new MessageReader(FeedRequest.class);

    private final PublishedStreams streams;
    private final Remote remote;
    private final MeterRegistry meters;
    private final Duration timeout;
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);

    FeedEdge(
            PublishedStreams streams,
            Remote remote,
            MeterRegistry meters,
            @ConfigProperty(name = "foldline.feed.timeout", defaultValue = "5s") Duration timeout) {
        this.streams = streams;
        this.remote = remote;
        this.meters = meters;
        this.timeout = timeout;
    }

    /** How long a caller waits for an answer unless it says otherwise. */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Reads a stream; what is to be read is said by parameters that are all text.
     *
     * @return the reply; never completes exceptionally
     */
    public CompletionStage<Reply> read(String context, String stream, Map<String, String> parameters) {
        return read(new SourceName(context, stream, true), reader -> reader.read(parameters), timeout);
    }

    /**
     * Reads a stream; what is to be read is said by the fields of a JSON object.
     *
     * @param patience how long the caller waits, longer than nothing
     * @return the reply; never completes exceptionally
     */
    public CompletionStage<Reply> read(String context, String stream, byte[] body, Duration patience) {
        return read(new SourceName(context, stream, true), reader -> reader.readParameters(body), patience);
    }

    private CompletionStage<Reply> read(SourceName stream, Function<MessageReader, Object> parse, Duration patience) {
        long start = System.nanoTime();
        return attempt(stream, parse, patience)
                .exceptionally(FeedEdge::ofFault)
                .thenApply(reply -> measured(stream, reply, start));
    }

    private CompletionStage<Reply> attempt(
            SourceName stream, Function<MessageReader, Object> parse, Duration patience) {
        try {
            boolean here = streams.isPublishedHere(stream);
            if (!here && !streams.elsewhere().contains(stream)) {
                String detail = "there is no feed '" + stream.name() + "' in '" + stream.context() + "'";
                return CompletableFuture.completedStage(
                        Problem.of(404, "unknown-feed", detail).reply());
            }
            var request = (FeedRequest) parse.apply(REQUESTS);
            return here
                    ? readHere(stream, request, patience)
                    : remote.feed(stream.context(), stream.name(), Json.write(request), patience);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Reply> readHere(SourceName stream, FeedRequest request, Duration patience) {
        if (!room.tryAcquire()) {
            throw new UnavailableException("too many read the feed", null);
        }
        var reply = new CompletableFuture<Reply>();
        Thread.ofVirtual().name("feed " + stream.uri()).start(() -> {
            try {
                CommitReader log = streams.log(stream);
                reply.complete(request.answer(log));
            } catch (RuntimeException e) {
                reply.completeExceptionally(e);
            } finally {
                room.release();
            }
        });
        return Deadlines.within(reply, patience, "the feed was not read in time");
    }

    private static Reply ofFault(Throwable thrown) {
        Throwable cause = Causes.of(thrown);
        return switch (cause) {
            case LogTruncatedException gone ->
                Problem.of(410, gone.code(), String.valueOf(gone.getMessage())).reply();
            case LogArchivedException gone ->
                Problem.of(503, gone.code(), String.valueOf(gone.getMessage())).reply();
            case ArchiveCorruptException doubtful ->
                Problem.of(503, doubtful.code(), String.valueOf(doubtful.getMessage()))
                        .reply();
            case StoreUnavailableException away ->
                Replies.ofFault(new UnavailableException("the log of the feed cannot be reached", away));
            default -> Replies.ofFault(cause);
        };
    }

    private Reply measured(SourceName stream, Reply reply, long start) {
        String feed = reply.status() == 404 ? "unknown" : stream.context() + "/" + stream.name();
        meters.timer("foldline.feeds", "feed", feed, "status", String.valueOf(reply.status()))
                .record(Duration.ofNanos(System.nanoTime() - start));
        return reply;
    }

    static InvalidValueException invalid(String name, String what) {
        return new InvalidValueException(name + ": " + what);
    }
}
