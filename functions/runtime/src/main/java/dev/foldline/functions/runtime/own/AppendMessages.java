package dev.foldline.functions.runtime.own;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.functions.runtime.write.Appended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests to a partition's owner and its answers, as CBOR (RFC 8949). Both begin with the number of their format: {@code
 * [1, log, partition, tail, [commit, …]]} and {@code [1, result, appended, [commit, …], recorded position, [recorded commit]]},
 * where an answer's commits are those directly after the request's tail.
 */
public final class AppendMessages {

    /** The media type of both. */
    public static final String CONTENT_TYPE = "application/cbor";

    private static final long FORMAT = 1;
    private static final int COMPLETE = 0;
    private static final int TAIL_MOVED = 1;
    private static final int ALREADY_COMMITTED = 2;
    private static final CBORFactory CBOR = new CBORFactory();

    private AppendMessages() {}

    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(Fields in) throws IOException;
    }

    /** The request as bytes. */
    public static byte[] write(AppendRequest request) {
        return write(out -> {
            Fields.writeUuid(request.log(), out);
            out.writeNumber(request.partition());
            out.writeNumber(request.tail());
            writeCommits(request.commits(), out);
        });
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException it is none, or of another format
     */
    public static AppendRequest request(byte[] body) {
        return read(body, in -> new AppendRequest(in.uuid(), Math.toIntExact(in.number()), in.number(), commits(in)));
    }

    /** The answer as bytes. */
    public static byte[] write(Appended answer) {
        return write(out -> {
            List<Commit> recorded = answer.result() instanceof AppendResult.AlreadyCommitted(var ignored, var commit)
                    ? List.of(commit)
                    : List.of();
            out.writeNumber(kind(answer.result()));
            out.writeNumber(answer.result().appended());
            writeCommits(fresh(answer.news()), out);
            out.writeNumber(recorded.isEmpty() ? 0 : recorded.getFirst().position());
            writeCommits(fresh(recorded), out);
        });
    }

    /**
     * Reads the answer to a request.
     *
     * @param tail the request's
     * @throws IllegalArgumentException it is none, or of another format
     */
    public static Appended answer(byte[] body, long tail) {
        return read(body, in -> {
            int kind = Math.toIntExact(in.number());
            int appended = Math.toIntExact(in.number());
            List<Commit> news = at(tail + 1, commits(in));
            List<Commit> recorded = at(in.number(), commits(in));
            return Appended.behind(news, result(kind, appended, recorded));
        });
    }

    private static int kind(AppendResult result) {
        return switch (result) {
            case AppendResult.Complete ignored -> COMPLETE;
            case AppendResult.TailMoved ignored -> TAIL_MOVED;
            case AppendResult.AlreadyCommitted ignored -> ALREADY_COMMITTED;
        };
    }

    private static AppendResult result(int kind, int appended, List<Commit> recorded) {
        return switch (kind) {
            case COMPLETE -> new AppendResult.Complete(appended);
            case TAIL_MOVED -> new AppendResult.TailMoved(appended);
            case ALREADY_COMMITTED -> new AppendResult.AlreadyCommitted(appended, recorded.getFirst());
            default -> throw new IllegalArgumentException("there is no result " + kind);
        };
    }

    private static List<NewCommit> fresh(List<Commit> commits) {
        return commits.stream()
                .map(commit -> new NewCommit(
                        commit.aggregateId(),
                        commit.version(),
                        commit.commandId(),
                        commit.time(),
                        commit.events(),
                        commit.metadata()))
                .toList();
    }

    private static List<Commit> at(long first, List<NewCommit> commits) {
        List<Commit> placed = new ArrayList<>(commits.size());
        for (NewCommit commit : commits) {
            placed.add(commit.at(first + placed.size()));
        }
        return placed;
    }

    private static void writeCommits(List<NewCommit> commits, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (NewCommit commit : commits) {
            CommitForm.write(commit, out);
        }
        out.writeEndArray();
    }

    private static List<NewCommit> commits(Fields in) throws IOException {
        List<NewCommit> commits = new ArrayList<>();
        in.start();
        while (in.more()) {
            commits.add(CommitForm.read(in));
        }
        return commits;
    }

    private static byte[] write(Writing content) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = CBOR.createGenerator(bytes)) {
            out.writeStartArray();
            out.writeNumber(FORMAT);
            content.to(out);
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] body, Reading<T> content) {
        try (JsonParser parser = CBOR.createParser(body)) {
            var in = new Fields(parser);
            in.start();
            if (in.number() != FORMAT) {
                throw new IllegalArgumentException("it is of another format than " + FORMAT);
            }
            T read = content.from(in);
            in.end();
            return read;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the message is no request to a log's owner, or no answer of one", e);
        }
    }
}
