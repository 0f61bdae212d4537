package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A process that writes a log, and as far as it knows it. Not thread-safe. */
final class ModelProcess {

    private final LogClient client;
    private final EventLog log;
    private long tail;

    /** One that has just come, and knows nothing. */
    ModelProcess(LogFixture fixture) {
        this.client = fixture.connect();
        this.log = client.store().open(LogContract.WALLETS);
    }

    LogClient client() {
        return client;
    }

    EventLog log() {
        return log;
    }

    long tail() {
        return tail;
    }

    /** Appends to the log first, and only if that has an outcome to the model. */
    void append(ReferenceLog model, long after, List<NewCommit> group) {
        Optional<AppendResult> actual = outcome(() -> log.append(0, after, group));
        Optional<AppendResult> expected = outcome(() -> model.append(after, group));
        assertThat(actual).isEqualTo(expected);
        actual.ifPresent(result -> tail = Math.max(tail, after + result.appended()));
    }

    void catchUp(ReferenceLog model, int limit) {
        List<Commit> news = log.read(0, tail, limit);
        assertThat(news).isEqualTo(model.read(tail, limit));
        tail += news.size();
    }

    /** Empty when the append was refused for a mistake of the caller's. */
    static Optional<AppendResult> outcome(Supplier<AppendResult> append) {
        try {
            return Optional.of(append.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
