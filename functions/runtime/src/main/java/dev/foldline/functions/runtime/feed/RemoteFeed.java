package dev.foldline.functions.runtime.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partitioner;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.functions.runtime.edge.Remote;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.event.CommitMessages;
import dev.foldline.functions.runtime.event.SourceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads published events by asking whichever process publishes them. Whatever keeps that from answering is as a store that
 * cannot be reached. Thread-safe; blocks.
 */
final class RemoteFeed implements CommitReader {

    private static final ObjectMapper JSON = new JsonMapper();
    private static final int MOST_COMMITS = 500;

    private final SourceName stream;
    private final Remote remote;
    private final Duration timeout;
    private volatile @Nullable LogDescriptor descriptor;

    RemoteFeed(SourceName stream, Remote remote, Duration timeout) {
        this.stream = stream;
        this.remote = remote;
        this.timeout = timeout;
    }

    @Override
    public LogDescriptor descriptor() {
        LogDescriptor known = descriptor;
        return known != null ? known : described(ask("{\"heads\":true}"));
    }

    @Override
    public List<Commit> read(int partition, long after, int limit) {
        LogDescriptor log = descriptor();
        if (partition < 0 || partition >= log.partitions() || after < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "there is no partition " + partition + ", or nothing to read after " + after);
        }
        int most = Math.min(limit, MOST_COMMITS);
        JsonNode page = ask("{\"partition\":" + partition + ",\"after\":" + after + ",\"limit\":" + most + "}");
        requireSame(log, page);
        List<Commit> commits = new ArrayList<>();
        for (JsonNode commit : page.required("commits")) {
            commits.add(CommitMessages.read(commit).commit());
        }
        return dense(log, partition, after, commits);
    }

    @Override
    public long head(int partition) {
        return heads().get(partition);
    }

    @Override
    public List<Long> heads() {
        LogDescriptor log = descriptor();
        JsonNode answer = ask("{\"heads\":true}");
        requireSame(log, answer);
        List<Long> heads = new ArrayList<>();
        answer.required("heads").forEach(head -> heads.add(head.asLong()));
        return heads;
    }

    private LogDescriptor described(JsonNode answer) {
        var known = new LogDescriptor(
                UUID.fromString(answer.required("log").asText()),
                answer.required("aggregateType").asText(),
                new Partitioner(answer.required("partitions").asInt()),
                answer.required("format").asInt());
        descriptor = known;
        return known;
    }

    private void requireSame(LogDescriptor log, JsonNode answer) {
        if (!answer.required("log").asText().equals(log.id().toString())) {
            throw new LogTruncatedException("the log of " + stream.uri() + " was " + log.id() + " and is now "
                    + answer.required("log").asText() + ": it was lost and made anew. Reset whoever follows it");
        }
    }

    private static List<Commit> dense(LogDescriptor log, int partition, long after, List<Commit> commits) {
        long expected = after;
        for (Commit commit : commits) {
            if (commit.position() != ++expected) {
                throw new LogTruncatedException(log.partition(partition) + " has no commit at position " + expected);
            }
        }
        return commits;
    }

    private JsonNode ask(String request) {
        Reply reply = reply(request);
        JsonNode body = body(reply);
        if (reply.status() == 410) {
            throw new LogTruncatedException(body.path("detail").asText());
        }
        if (reply.status() != 200) {
            throw away(body.path("code").asText() + ": " + body.path("detail").asText(), null);
        }
        return body;
    }

    private Reply reply(String request) {
        try {
            return remote.feed(stream.context(), stream.name(), request.getBytes(StandardCharsets.UTF_8), timeout)
                    .toCompletableFuture()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("interrupted", e);
        } catch (ExecutionException e) {
            throw away(String.valueOf(e.getCause()), e);
        }
    }

    private JsonNode body(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw away("the answer is no JSON", e);
        }
    }

    private StoreUnavailableException away(String why, @Nullable Throwable cause) {
        return new StoreUnavailableException("the feed " + stream.uri() + " cannot be read now: " + why, cause);
    }
}
