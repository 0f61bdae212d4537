package dev.foldline.functions.runtime.write;

import static java.util.UUID.randomUUID;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandAnswer.Accepted;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.write.Counter.Change;
import dev.foldline.functions.runtime.write.Counter.Changed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A writer of a log in memory, and commands for it. */
abstract class PartitionWriterFixture {

    static final int ATTEMPTS = 5;
    static final EventCodec<Changed> CODEC = new EventCodec<>(Counter.TYPE.events(), PayloadFormat.CBOR);

    final MemoryLog log = new MemoryLog();
    final List<Commit> announced = new ArrayList<>();
    final PartitionWriter<Change, Long, Changed> writer = writer(log, announced);

    static PartitionWriter<Change, Long, Changed> writer(MemoryLog log, List<Commit> announced) {
        return writer(log, CommitAppender.to(log), announced);
    }

    static PartitionWriter<Change, Long, Changed> writer(
            MemoryLog log, CommitAppender appender, List<Commit> announced) {
        StateSnapshots<Long> none = StateSnapshots.none();
        var meters = new FoldMeters(new SimpleMeterRegistry(), "counter");
        var loader = new StateLoader<>(Counter.TYPE.decider(), CODEC, log, none, meters);
        var states = new AggregateStates<>(Counter.TYPE.decider(), loader, none, 100);
        var planner = new Planner<>(Counter.TYPE.decider(), CODEC, states, InstantSource.system());
        return new PartitionWriter<>(
                log.descriptor().partition(0),
                log,
                appender,
                planner,
                states,
                (where, commit) -> announced.add(commit),
                ATTEMPTS);
    }

    CommandAnswer send(String aggregate, long by) {
        return send(aggregate, by, randomUUID());
    }

    CommandAnswer send(String aggregate, long by, UUID id) {
        var command = pending(aggregate, by, id);
        writer.write(List.of(command));
        return command.future().join();
    }

    static PendingCommand<Change> pending(String aggregate, long by) {
        return pending(aggregate, by, randomUUID());
    }

    static PendingCommand<Change> pending(String aggregate, long by, UUID id) {
        return new PendingCommand<>(new Change(by), aggregate, new CommandOptions(id, Duration.ofMinutes(1), Map.of()));
    }

    static List<CommandAnswer> answers(List<PendingCommand<Change>> group) {
        return group.stream().map(pending -> pending.future().join()).toList();
    }

    Accepted accepted(String aggregate, long version, long position) {
        return new Accepted(
                new Aggregate("counter", aggregate),
                version,
                Token.of(log.descriptor().partition(0), position));
    }
}
