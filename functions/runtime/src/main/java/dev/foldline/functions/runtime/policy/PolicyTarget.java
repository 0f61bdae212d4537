package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.PlacedCommit;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.Policy;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.runtime.follow.CommitTarget;
import dev.foldline.functions.runtime.follow.Feeds;
import dev.foldline.functions.runtime.follow.RecordedEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a policy makes of commits. A checkpoint moves when all that came of the commits before it is done, so whatever dies
 * in between is done again, with the same command ids. Instances look at it before they begin: two that are at work on the
 * same events do no harm, but work.
 */
final class PolicyTarget<E> implements CommitTarget {

    /** After this many commits the checkpoint moves; with {@link Ordering#NONE} they are reacted to at once. */
    private static final int CHUNK = 64;

    private final Policy<E> policy;
    private final Feeds feeds;
    private final CheckpointStore checkpoints;
    private final Reactor<E> reactor;
    private final RecordedEvents<E> events;
    private final Map<UUID, DerivedIds> begun = new ConcurrentHashMap<>();

    PolicyTarget(Policy<E> policy, Feeds feeds, CheckpointStore checkpoints, Reactor<E> reactor) {
        this.policy = policy;
        this.feeds = feeds;
        this.checkpoints = checkpoints;
        this.reactor = reactor;
        this.events = new RecordedEvents<>(policy.source());
    }

    @Override
    public long resume(LogDescriptor log, Partition partition) {
        ids(log);
        Optional<Checkpoint> found = checkpoints.find(policy.context(), policy.name(), partition);
        if (found.isEmpty() && !policy.fromStart()) {
            long head = feeds.feed(policy.source()).head(partition.number());
            found = Optional.of(
                    checkpoints.advance(policy.context(), policy.name(), partition, new Checkpoint(log.id(), head)));
        }
        found.ifPresent(checkpoint -> requireSame(log, partition, checkpoint));
        return found.map(Checkpoint::position).orElse(0L);
    }

    /** Asked before anything is done about the log's events: what is done first decides. */
    private DerivedIds ids(LogDescriptor log) {
        return begun.computeIfAbsent(log.id(), id -> checkpoints.begin(policy.context(), policy.name(), log));
    }

    @Override
    public boolean apply(LogDescriptor log, Partition partition, List<Commit> next) throws InterruptedException {
        return applyMerged(
                log,
                next.stream().map(commit -> new PlacedCommit(partition, commit)).toList());
    }

    @Override
    public boolean applyMerged(LogDescriptor log, List<PlacedCommit> next) throws InterruptedException {
        if (!isNext(log, next)) {
            return false;
        }
        for (int start = 0; start < next.size(); start += CHUNK) {
            if (!react(log, next.subList(start, Math.min(start + CHUNK, next.size())))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNext(LogDescriptor log, List<PlacedCommit> next) {
        Map<Partition, Long> first = new HashMap<>();
        next.forEach(
                placed -> first.putIfAbsent(placed.partition(), placed.commit().position()));
        return first.entrySet().stream().allMatch(one -> resume(log, one.getKey()) == one.getValue() - 1);
    }

    /** @return false when somebody else has come farther meanwhile */
    private boolean react(LogDescriptor log, List<PlacedCommit> chunk) throws InterruptedException {
        if (policy.ordering() == Ordering.NONE) {
            AllAtOnce.run(occurrences(log, chunk), reactor::react);
            return advance(log, chunk);
        }
        for (int done = 0; done < chunk.size(); done++) {
            try {
                for (Occurrence<E> occurrence : occurrences(log, chunk.subList(done, done + 1))) {
                    reactor.react(occurrence);
                }
            } catch (RuntimeException e) {
                throw keepingWhatIsDone(log, chunk.subList(0, done), e);
            }
        }
        return advance(log, chunk);
    }

    private RuntimeException keepingWhatIsDone(LogDescriptor log, List<PlacedCommit> done, RuntimeException cause) {
        try {
            advance(log, done);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    private List<Occurrence<E>> occurrences(LogDescriptor log, List<PlacedCommit> chunk) {
        var occurrences = new ArrayList<Occurrence<E>>();
        for (PlacedCommit placed : chunk) {
            int index = 0;
            for (RecordedEvent<E> event : events.of(placed.partition(), placed.commit())) {
                occurrences.add(
                        new Occurrence<>(log.id(), ids(log), placed.partition(), placed.commit(), index++, event));
            }
        }
        return occurrences;
    }

    private boolean advance(LogDescriptor log, List<PlacedCommit> done) {
        Map<Partition, Long> last = new HashMap<>();
        done.forEach(placed -> last.put(placed.partition(), placed.commit().position()));
        boolean alone = true;
        for (Map.Entry<Partition, Long> one : last.entrySet()) {
            Checkpoint now = checkpoints.advance(
                    policy.context(), policy.name(), one.getKey(), new Checkpoint(log.id(), one.getValue()));
            requireSame(log, one.getKey(), now);
            alone &= now.position() == one.getValue();
        }
        return alone;
    }

    private void requireSame(LogDescriptor log, Partition partition, Checkpoint checkpoint) {
        if (!checkpoint.log().equals(log.id())) {
            throw new LogTruncatedException(policy.name() + " was at position " + checkpoint.position() + " of "
                    + partition + " in log " + checkpoint.log() + ", but the log is now " + log.id()
                    + ": it was lost and made anew; restore it, or remove the policy's checkpoints and deadlines");
        }
    }
}
