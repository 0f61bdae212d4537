package dev.foldline.bench;

import dev.foldline.bench.Contest.Aim;
import dev.foldline.bench.Contest.Duel;
import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.Snapshots;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletOpened;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * How long it takes to load a wallet of a long history that has a snapshot, beside the driver's find of one event.
 *
 * @param logs where
 * @param sample how long one side is measured at a time
 */
record SnapshotContest(BenchLogs logs, Duration sample) {

    private static final String CONTEXT = "snapshot";
    private static final int BEFORE = 1_000;
    private static final int AFTER = 50;
    private static final double MICROS_PER_SECOND = 1e6;

    Contest contest() {
        return contest(WalletAggregate.TYPE.snapshots().orElseThrow());
    }

    private <R extends AggregateSnapshot> Contest contest(Snapshots<Wallet, R> form) {
        EventLog log = logs.log(CONTEXT, 1);
        RawEvents raw = logs.raw(CONTEXT);
        String id = UUID.randomUUID().toString();
        var key = new SnapshotStore.Key(CONTEXT, new Aggregate("wallet", id), form.revision());
        var codec = new EventCodec<>(form.table(), PayloadFormat.CBOR);
        logs.append(log, id, 0, BEFORE, BenchLogs.EVENTS_PER_COMMIT);
        Commit last = log.load(id, BEFORE - BenchLogs.EVENTS_PER_COMMIT).getLast();
        logs.snapshots()
                .save(
                        key,
                        new SnapshotStore.Snapshot(
                                SnapshotStore.Origin.of(log.descriptor(), last),
                                codec.encode(form.save().apply(wallet()))));
        logs.append(log, id, BEFORE, AFTER, BenchLogs.EVENTS_PER_COMMIT);
        raw.insertMany(id, 0, logs.encoded(BEFORE));
        return new Contest(
                "load of a snapshot and " + AFTER + " events",
                "µs",
                "find one event, decode",
                Aim.atMost(3),
                Duel.of(
                        micros(() -> load(logs.snapshots(), key, codec, log)),
                        micros(() -> logs.decode(raw.findOne(id, BEFORE / 2)))));
    }

    /** As a writer loads: the snapshot's last commit comes along, to see that the log still has it. */
    private void load(SnapshotStore snapshots, SnapshotStore.Key key, EventCodec<?> codec, EventLog log) {
        SnapshotStore.Snapshot snapshot = snapshots.find(key).orElseThrow();
        codec.decode(snapshot.state());
        List<Commit> commits = log.load(key.aggregate().id(), snapshot.origin().version());
        if (!SnapshotStore.Origin.of(log.descriptor(), commits.getFirst()).equals(snapshot.origin())) {
            throw new IllegalStateException("the snapshot is not one of this log");
        }
        logs.decodeAll(commits.subList(1, commits.size()));
    }

    private Contest.Sample micros(Runnable load) {
        return () -> MICROS_PER_SECOND
                / new ClosedLoop(1, sample).perSecond(caller -> {
                    load.run();
                    return 1;
                });
    }

    private static Wallet wallet() {
        var decider = WalletAggregate.TYPE.decider();
        return decider.evolve(decider.initial(), new WalletOpened(new PlayerId("bench"), new CurrencyCode("EUR")));
    }
}
