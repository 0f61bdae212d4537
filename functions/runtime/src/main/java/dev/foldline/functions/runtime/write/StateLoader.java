package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.LogReader;
import dev.foldline.eventstore.SnapshotStore.Origin;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.Decider;
import java.util.List;
import org.jboss.logging.Logger;

/** Loads states: from the snapshot, if the log has what it was made of, and the events after it. As thread-safe as the decider. */
final class StateLoader<S, E> {

    private static final Logger LOG = Logger.getLogger(StateLoader.class);

    /** From how many events on people are told. */
    private static final int LONG_FOLD = 10_000;

    private final Decider<?, S, E> decider;
    private final EventCodec<E> codec;
    private final LogReader log;
    private final StateSnapshots<S> snapshots;
    private final FoldMeters meters;

    StateLoader(
            Decider<?, S, E> decider,
            EventCodec<E> codec,
            LogReader log,
            StateSnapshots<S> snapshots,
            FoldMeters meters) {
        this.decider = decider;
        this.codec = codec;
        this.log = log;
        this.snapshots = snapshots;
        this.meters = meters;
    }

    /** What the log's events add up to. */
    Versioned<S> load(String aggregateId) {
        return snapshots
                .find(aggregateId)
                .map(found -> loadSince(aggregateId, found))
                .orElseGet(() -> loadAll(aggregateId));
    }

    /** The snapshot's last commit is read with those after it: that it is there still costs no round trip to know. */
    private Versioned<S> loadSince(String aggregateId, StateSnapshots.Found<S> found) {
        List<Commit> commits = log.load(aggregateId, found.origin().version());
        if (commits.isEmpty()
                || !Origin.of(log.descriptor(), commits.getFirst()).equals(found.origin())) {
            snapshots.refuse(aggregateId, found);
            return loadAll(aggregateId);
        }
        return folded(aggregateId, found.versioned(), commits.subList(1, commits.size()));
    }

    private Versioned<S> loadAll(String aggregateId) {
        return folded(aggregateId, Versioned.initial(decider.initial()), log.load(aggregateId, 0));
    }

    private Versioned<S> folded(String aggregateId, Versioned<S> from, List<Commit> commits) {
        Versioned<S> state = from;
        for (Commit commit : commits) {
            state = fold(state, commit);
        }
        long events = state.version() - from.version();
        meters.folded(events);
        if (events >= LONG_FOLD) {
            LOG.warnf(
                    "To load %s/%s took %d events: it has no snapshot that is new enough",
                    log.descriptor().aggregateType(), aggregateId, events);
        }
        return commits.isEmpty() ? state : snapshots.take(commits.getLast(), state);
    }

    /** The state after the commit. */
    Versioned<S> fold(Versioned<S> before, Commit commit) {
        if (before.version() != commit.version()) {
            throw new IllegalStateException("commit " + commit.position() + " of aggregate " + commit.aggregateId()
                    + " follows version " + commit.version() + ", not " + before.version());
        }
        S state = before.state();
        for (EventData data : commit.events()) {
            state = decider.evolve(state, codec.decode(data));
        }
        return before.then(commit.events().size(), state);
    }
}
