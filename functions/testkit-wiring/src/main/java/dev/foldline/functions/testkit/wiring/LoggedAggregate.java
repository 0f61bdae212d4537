package dev.foldline.functions.testkit.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.testkit.Step;
import io.quarkus.arc.Arc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An aggregate in the application's log, which stands for the scenario's.
 *
 * @param <E> the events
 */
final class LoggedAggregate<E> {

    private final EventLog log;
    private final Aggregate aggregate;
    private final EventCodec<E> codec;
    private final RenamedEvents<E> renamed;

    LoggedAggregate(AggregateType<?, ?, E> type, String originalId, String id) {
        this.log = Arc.container().instance(Logs.class).get().log(type.context(), type.name());
        this.aggregate = new Aggregate(type.name(), id);
        this.codec = new EventCodec<>(type.events(), PayloadFormat.CBOR);
        this.renamed = new RenamedEvents<>(type.events(), originalId, id);
    }

    /** The form that answers name it in. */
    String name() {
        return aggregate.toString();
    }

    long version() {
        List<Commit> commits = log.load(aggregate.id(), 0);
        return commits.isEmpty() ? 0 : commits.getLast().nextVersion();
    }

    /** Appends the aggregate's history as one commit. */
    void append(List<E> history) {
        if (history.isEmpty()) {
            return;
        }
        List<EventData> events =
                history.stream().map(renamed::of).map(codec::encode).toList();
        var commit = new NewCommit(aggregate.id(), 0, UUID.randomUUID(), Instant.now(), events, Map.of());
        int partition = log.descriptor().partitionOf(aggregate.id()).number();
        AppendResult result;
        do {
            result = log.append(partition, log.head(partition), List.of(commit));
        } while (result instanceof AppendResult.TailMoved);
    }

    /** The command has appended exactly these events after the version, in one commit of its own. */
    void assertAppended(Step<?, ?, E> step, long after, List<E> expected, UUID commandId) {
        List<Commit> commits = log.load(aggregate.id(), after);
        List<E> appended = commits.stream()
                .flatMap(commit -> commit.events().stream())
                .map(codec::decode)
                .toList();
        assertThat(appended)
                .as("%s\nthen  these events are in the log", step)
                .isEqualTo(expected.stream().map(renamed::of).toList());
        assertThat(commits)
                .as("%s\nthen  they are in one commit, which has the command's id", step)
                .allMatch(commit -> commit.commandId().equals(commandId))
                .hasSizeLessThan(2);
    }
}
