package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Decides a group of commands, each against the state that those before it leave. Pure but for the clock and the cache. */
final class Planner<C, S, E> {

    private final Decider<C, S, E> decider;
    private final EventCodec<E> codec;
    private final AggregateStates<S, E> states;
    private final InstantSource clock;

    Planner(Decider<C, S, E> decider, EventCodec<E> codec, AggregateStates<S, E> states, InstantSource clock) {
        this.decider = decider;
        this.codec = codec;
        this.states = states;
        this.clock = clock;
    }

    /** A command that is too late or whose handler fails is answered here, without harm to its neighbours. */
    Plan<C, S> plan(List<PendingCommand<C>> group) {
        var plan = new Plan<C, S>(group);
        for (PendingCommand<C> pending : group) {
            if (pending.isExpired()) {
                pending.fail(
                        new DeadlineExceededException(
                                "the command waited for too long; to learn whether it was executed, send it again with the same id"));
                continue;
            }
            try {
                decide(pending, plan);
            } catch (StoreUnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                pending.fail(e);
            }
        }
        return plan;
    }

    private void decide(PendingCommand<C> pending, Plan<C, S> plan) {
        Versioned<S> ahead = plan.ahead(pending.aggregateId());
        Versioned<S> current = ahead != null ? ahead : states.get(pending.aggregateId());
        switch (decider.decide(pending.command(), current.state())) {
            case Decision.Rejected<E>(var rejection) ->
                plan.add(new Plan.Silent<>(pending, current.version(), rejection));
            case Decision.Accepted<E>(var events)
            when events.isEmpty() -> plan.add(new Plan.Silent<>(pending, current.version(), null));
            case Decision.Accepted<E>(var events) ->
                plan.add(new Plan.Append<>(
                        pending, commit(pending, current.version(), events), states.evolve(current, events)));
        }
    }

    private NewCommit commit(PendingCommand<C> pending, long version, List<E> events) {
        return new NewCommit(
                pending.aggregateId(),
                version,
                pending.commandId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                events.stream().map(codec::encode).toList(),
                pending.options().metadata());
    }
}
