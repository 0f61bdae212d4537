package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.SnapshotStore.Origin;
import dev.foldline.eventstore.SnapshotStore.Snapshot;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.Snapshots;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Snapshots in a store. They are written behind whoever takes them; what fails is told, counted and made up for by folding. */
final class StoredSnapshots<S, R extends AggregateSnapshot> implements StateSnapshots<S> {

    private static final Logger LOG = Logger.getLogger(StoredSnapshots.class);

    private final String context;
    private final LogDescriptor log;
    private final Snapshots<S, R> form;
    private final EventCodec<R> codec;
    private final SnapshotStore store;
    private final int after;
    private final FoldMeters meters;
    private final WriteBehind behind;

    StoredSnapshots(
            String context,
            LogDescriptor log,
            Snapshots<S, R> form,
            EventCodec<R> codec,
            SnapshotStore store,
            int after,
            FoldMeters meters) {
        this.context = context;
        this.log = log;
        this.form = form;
        this.codec = codec;
        this.store = store;
        this.after = after;
        this.meters = meters;
        this.behind = new WriteBehind("snapshots of " + log.aggregateType());
    }

    @Override
    public Optional<Found<S>> find(String aggregateId) {
        try {
            Optional<Snapshot> stored = store.find(key(aggregateId))
                    .filter(snapshot -> snapshot.origin().log().equals(log.id()));
            if (stored.isEmpty()) {
                meters.snapshot("missing");
            }
            return stored.map(this::restored);
        } catch (RuntimeException e) {
            failed("read", aggregateId, e);
            return Optional.empty();
        }
    }

    private Found<S> restored(Snapshot stored) {
        var found = new Found<>(stored.origin(), form.restore().apply(codec.decode(stored.state())));
        meters.snapshot("found");
        return found;
    }

    @Override
    public void refuse(String aggregateId, Found<S> found) {
        meters.snapshot("refused");
        LOG.warnf(
                "The log has no longer what the snapshot of %s/%s at version %d was made of: it was restored."
                        + " The snapshot is removed",
                log.aggregateType(), aggregateId, found.origin().nextVersion());
        try {
            store.remove(key(aggregateId), found.origin());
        } catch (RuntimeException e) {
            failed("removed", aggregateId, e);
        }
    }

    @Override
    public Versioned<S> take(Commit last, Versioned<S> state) {
        if (state.sinceSnapshot() < after) {
            return state;
        }
        Origin origin = Origin.of(log, last);
        boolean taken = behind.offer(() -> write(last.aggregateId(), origin, state.state()));
        if (!taken) {
            meters.snapshot("dropped");
        }
        return taken ? state.withSnapshotAt(state.version()) : state;
    }

    private void write(String aggregateId, Origin origin, S state) {
        try {
            store.save(
                    key(aggregateId),
                    new Snapshot(origin, codec.encode(form.save().apply(state))));
            meters.snapshot("written");
        } catch (RuntimeException e) {
            if (!behind.isClosed()) {
                failed("written", aggregateId, e);
            }
        }
    }

    /** Names the failure by its kind: its text may hold what the state holds. */
    private void failed(String what, String aggregateId, RuntimeException e) {
        meters.snapshot("failed");
        LOG.warnf(
                "A snapshot of %s/%s could not be %s (%s); its history is folded instead",
                log.aggregateType(), aggregateId, what, e.getClass().getName());
    }

    private SnapshotStore.Key key(String aggregateId) {
        return new SnapshotStore.Key(context, new Aggregate(log.aggregateType(), aggregateId), form.revision());
    }

    @Override
    public void close() {
        behind.close();
    }
}
