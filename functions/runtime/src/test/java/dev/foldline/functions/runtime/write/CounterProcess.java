package dev.foldline.functions.runtime.write;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.mongodb.MongoSnapshotStore;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.write.Counter.Change;
import dev.foldline.functions.runtime.write.Counter.Changed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A process that writes counters to a server, with a connection and a memory of its own. */
final class CounterProcess implements AutoCloseable {

    private static final EventCodec<Changed> CODEC = new EventCodec<>(Counter.TYPE.events(), PayloadFormat.CBOR);

    final MeterRegistry meters = new SimpleMeterRegistry();
    private final MongoClient client;
    private final EventLog log;
    private final AggregateWriter<Change> writer;

    /** @param snapshotAfter 0 for a process that folds every history as a whole */
    CounterProcess(ConnectionString server, MongoOptions options, int snapshotAfter) {
        var epoch = new ConnectionEpoch();
        client = MongoClients.create(epoch.watch(MongoClientSettings.builder().applyConnectionString(server))
                .build());
        log = new MongoEventStore(client, epoch, options).open(new LogDefinition("test", "counter", 1));
        var store = new MongoSnapshotStore(client, options);
        var payloads = new PayloadSettings(PayloadFormat.CBOR, 0);
        writer = AggregateWriter.start(
                Total.counter(1),
                log,
                CODEC,
                new SnapshotSettings(Optional.of(store), snapshotAfter, payloads),
                WriterSettings.DEFAULT,
                meters,
                (where, commit) -> {});
    }

    CommandAnswer send(String aggregate, long by) {
        var options = new CommandOptions(UUID.randomUUID(), Duration.ofMinutes(1), Map.of());
        return writer.submit(new Change(by), aggregate, options).join();
    }

    /** Nothing can be taken from a counter so far beyond its value: the refusal tells what that is. */
    String state(String aggregate) {
        return send(aggregate, Long.MIN_VALUE / 2).toString();
    }

    /** What {@link #state} says when it is right: the log's events, added up. */
    String truth(String aggregate) {
        long sum = log.load(aggregate, 0).stream()
                .map(Commit::events)
                .flatMap(events -> events.stream().map(CODEC::decode))
                .mapToLong(Changed::by)
                .sum();
        return new CommandAnswer.Rejected("too-small", "the counter is at " + sum).toString();
    }

    double outcomes(String outcome) {
        return meters.find("foldline.log.snapshots").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        writer.close();
        client.close();
    }
}
