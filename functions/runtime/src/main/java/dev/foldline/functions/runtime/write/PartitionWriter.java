package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandAnswer.Contended;
import dev.foldline.functions.Rejection;
import dev.foldline.functions.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes one partition: decides groups of commands and appends each group by a compare-and-set on the log's tail, so that
 * neither locks nor leases are needed. For one thread; any number of processes may write the same partition.
 *
 * <p>An acceptance is sound because the tail had not moved when it was appended. A rejection is as sound: it is given only
 * after the tail was seen not to have moved since the command came, and after the log was asked whether the command had
 * been accepted before.
 */
final class PartitionWriter<C, S, E> {

    private static final long UNKNOWN = -1;
    private static final int PAGE = 512;

    /** Writes without a lost race after which a writer takes itself to be alone again. */
    private static final int ALONE_AFTER = 64;

    private final Partition partition;
    private final EventLog log;
    private final Planner<C, S, E> planner;
    private final AggregateStates<S, E> states;
    private final CommitSink sink;
    private final int attempts;
    private long tail = UNKNOWN;
    private long furthestSeen;
    private int company;

    PartitionWriter(
            Partition partition,
            EventLog log,
            Planner<C, S, E> planner,
            AggregateStates<S, E> states,
            CommitSink sink,
            int attempts) {
        this.partition = partition;
        this.log = log;
        this.planner = planner;
        this.states = states;
        this.sink = sink;
        this.attempts = attempts;
    }

    /**
     * Answers every command of the group.
     *
     * @throws LogTruncatedException the log was restored or lost: nothing more may be written by this process
     */
    void write(List<PendingCommand<C>> group) {
        List<PendingCommand<C>> waiting = group;
        try {
            while (!waiting.isEmpty()) {
                waiting = round(waiting);
            }
        } catch (StoreUnavailableException e) {
            forget();
            var fault = new UnavailableException("the log of " + partition + " cannot be reached", e);
            group.forEach(pending -> pending.fail(fault));
        } catch (EventStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever it was: what is in the log is right, what is remembered of it may not be.
            forget();
            throw e;
        }
    }

    /** Decides and appends once; returns the commands that have to be decided again. */
    private List<PendingCommand<C>> round(List<PendingCommand<C>> waiting) {
        boolean fresh = tail == UNKNOWN || company > 0;
        catchUp();
        Plan<C, S> plan = planner.plan(waiting);
        if (!plan.appends().isEmpty()) {
            return append(plan);
        }
        if (fresh || hearNews() == 0) {
            answerSilent(plan);
            return List.of();
        }
        return lostRace(plan);
    }

    private List<PendingCommand<C>> append(Plan<C, S> plan) {
        AppendResult result = log.append(partition.number(), tail, plan.commits());
        plan.appends().subList(0, result.appended()).forEach(this::settle);
        return switch (result) {
            case AppendResult.Complete ignored -> {
                company = Math.max(0, company - 1);
                answerSilent(plan);
                yield List.of();
            }
            case AppendResult.AlreadyCommitted(var appended, var recorded) -> {
                var repeated = plan.appends().get(appended).pending();
                repeated.answer(recordedAnswer(repeated, recorded));
                yield plan.unanswered();
            }
            case AppendResult.TailMoved ignored -> {
                company = ALONE_AFTER;
                yield lostRace(plan);
            }
        };
    }

    private void settle(Plan.Append<C, S> append) {
        Commit commit = append.commit().at(++tail);
        states.put(commit, append.after());
        sink.appended(partition, commit);
        append.pending().answer(accepted(commit));
    }

    private void answerSilent(Plan<C, S> plan) {
        for (Plan.Silent<C> silent : plan.silents()) {
            PendingCommand<C> pending = silent.pending();
            pending.answer(log.find(partition.number(), pending.commandId())
                    .map(recorded -> recordedAnswer(pending, recorded))
                    .orElseGet(() -> silentAnswer(silent)));
        }
    }

    private CommandAnswer silentAnswer(Plan.Silent<C> silent) {
        Rejection rejection = silent.rejection();
        return rejection != null
                ? new CommandAnswer.Rejected(rejection.code(), rejection.detail())
                : new CommandAnswer.Accepted(
                        aggregate(silent.pending().aggregateId()), silent.version(), Token.of(partition, tail));
    }

    private CommandAnswer recordedAnswer(PendingCommand<C> pending, Commit recorded) {
        return recorded.aggregateId().equals(pending.aggregateId())
                ? accepted(recorded)
                : reusedKey(pending.commandId());
    }

    private static CommandAnswer reusedKey(UUID commandId) {
        return new CommandAnswer.Rejected(
                "idempotency-key-reused",
                "the idempotency key " + commandId + " belongs to a command about another aggregate; make a new one");
    }

    private CommandAnswer accepted(Commit commit) {
        return new CommandAnswer.Accepted(
                aggregate(commit.aggregateId()), commit.nextVersion(), Token.of(partition, commit.position()));
    }

    private Aggregate aggregate(String id) {
        return new Aggregate(partition.aggregateType(), id);
    }

    private List<PendingCommand<C>> lostRace(Plan<C, S> plan) {
        var again = new ArrayList<PendingCommand<C>>();
        for (PendingCommand<C> pending : plan.unanswered()) {
            if (pending.loseRace() < attempts) {
                again.add(pending);
            } else {
                pending.answer(new Contended(attempts));
            }
        }
        return again;
    }

    private void catchUp() {
        if (tail == UNKNOWN) {
            tail = checkedHead();
        } else if (company > 0) {
            hearNews();
        }
    }

    private long checkedHead() {
        long head = log.head(partition.number());
        if (head < furthestSeen) {
            throw new LogTruncatedException("the log of " + partition + " ends at position " + head + ", but position "
                    + furthestSeen + " was seen: it was restored or lost; find out which before you start again");
        }
        return head;
    }

    /** Reads what came after the tail; returns how many commits. */
    private int hearNews() {
        int heard = 0;
        List<Commit> news;
        do {
            news = log.read(partition.number(), tail, PAGE);
            for (Commit commit : news) {
                states.hear(commit);
                tail = commit.position();
            }
            heard += news.size();
        } while (news.size() == PAGE);
        return heard;
    }

    private void forget() {
        furthestSeen = Math.max(furthestSeen, tail);
        tail = UNKNOWN;
        states.forgetAll();
    }
}
