package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.ArchiveCorruptException;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogReader;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.Rejection;
import dev.foldline.functions.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes one partition: decides groups of commands and appends each group by a compare-and-set on the log's tail, so that
 * neither locks nor leases are needed. For one thread; any number of processes may write the same partition.
 *
 * <p>An acceptance is sound because the tail had not moved when it was appended. A rejection is as sound: it is given only
 * after the tail was seen not to have moved since the command came, and after the log was asked whether the command had
 * been accepted before.
 */
final class PartitionWriter<C, S, E> implements PartitionLoop.GroupWriter<PendingCommand<C>> {

    private final Partition partition;
    private final LogReader log;
    private final CommitAppender appender;
    private final Planner<C, S, E> planner;
    private final AggregateStates<S, E> states;
    private final CommitSink sink;
    private final int attempts;
    private final PartitionTail tail;

    PartitionWriter(
            Partition partition,
            LogReader log,
            CommitAppender appender,
            Planner<C, S, E> planner,
            AggregateStates<S, E> states,
            CommitSink sink,
            int attempts) {
        this.partition = partition;
        this.log = log;
        this.appender = appender;
        this.tail = new PartitionTail(partition, log);
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
    @Override
    public void write(List<PendingCommand<C>> group) {
        List<PendingCommand<C>> waiting = group;
        try {
            while (!waiting.isEmpty()) {
                waiting = round(waiting);
            }
        } catch (StoreUnavailableException e) {
            forget();
            var fault = new UnavailableException("the log of " + partition + " cannot be reached", e);
            group.forEach(pending -> pending.fail(fault));
        } catch (LogArchivedException | ArchiveCorruptException e) {
            forget();
            throw e;
        } catch (EventStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever it was: what is in the log is right, what is remembered of it may not be.
            forget();
            throw e;
        }
    }

    /** A command that nobody has sent is looked for, as each is before it is appended. */
    @Override
    public void requireWritable() {
        log.find(partition.number(), UUID.randomUUID());
    }

    /** Decides and appends once; returns the commands that have to be decided again. */
    private List<PendingCommand<C>> round(List<PendingCommand<C>> waiting) {
        boolean fresh = tail.catchUp(states::hear);
        Plan<C, S> plan = planner.plan(waiting);
        if (!plan.appends().isEmpty()) {
            return append(plan);
        }
        if (fresh || tail.hearNews(states::hear) == 0) {
            answerSilent(plan.silents());
            return List.of();
        }
        return lostRace(plan);
    }

    private List<PendingCommand<C>> append(Plan<C, S> plan) {
        Appended appended = appender.append(partition.number(), tail.position(), plan.commits());
        if (appended.uncertain()) {
            plan.appends().forEach(append -> append.pending().becomeUncertain());
        }
        hear(appended.news(), plan);
        plan.appends().subList(0, appended.result().appended()).forEach(this::settle);
        return switch (appended.result()) {
            case AppendResult.Complete ignored -> complete(appended.news(), plan);
            case AppendResult.AlreadyCommitted(var before, var recorded) -> {
                PendingCommand<C> repeated = plan.appends().get(before).pending();
                repeated.answer(recordedAnswer(repeated, recorded));
                if (recorded.position() > tail.position()) {
                    // It is news, and others of this plan may have been stored with it.
                    tail.hearNews(commit -> hear(commit, plan));
                }
                yield plan.unanswered();
            }
            case AppendResult.TailMoved ignored -> {
                if (appended.news().isEmpty()) {
                    tail.lostRace();
                }
                yield lostRace(plan);
            }
        };
    }

    /** What was rejected, or need not be done, was decided before the news; that holds where they do not touch it. */
    private List<PendingCommand<C>> complete(List<Commit> news, Plan<C, S> plan) {
        if (news.isEmpty()) {
            tail.wonRace();
        }
        Set<String> touched = news.stream().map(Commit::aggregateId).collect(Collectors.toSet());
        answerSilent(plan.silents().stream()
                .filter(silent -> !touched.contains(silent.pending().aggregateId()))
                .toList());
        return plan.unanswered();
    }

    private void hear(List<Commit> news, Plan<C, S> plan) {
        if (!news.isEmpty()) {
            news.forEach(commit -> hear(commit, plan));
            tail.advance(news.size());
            tail.relyOnOwner();
        }
    }

    /** A commit of others; or one of this plan's, made by somebody whose answer did not arrive. */
    private void hear(Commit commit, Plan<C, S> plan) {
        states.hear(commit);
        PendingCommand<C> pending = plan.appending(commit.commandId());
        if (pending != null) {
            pending.answer(recordedAnswer(pending, commit));
        }
    }

    private void settle(Plan.Append<C, S> append) {
        tail.advance(1);
        Commit commit = append.commit().at(tail.position());
        states.put(commit, append.after());
        sink.appended(partition, commit);
        append.pending().answer(accepted(commit));
    }

    private void answerSilent(List<Plan.Silent<C>> silents) {
        for (Plan.Silent<C> silent : silents) {
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
                        aggregate(silent.pending().aggregateId()),
                        silent.version(),
                        Token.of(partition, tail.position()));
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
                pending.contend();
            }
        }
        return again;
    }

    private void forget() {
        tail.forget();
        states.forgetAll();
    }
}
