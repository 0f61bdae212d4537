package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.List;

/**
 * Says what a policy does, example by example:
 *
 * <pre>{@code
 * PolicySpec.of(new ContributeToJackpot()).about("w-1").when(betPlaced(500)).thenSends(new Contribute(JACKPOT, eur(5)));
 * }</pre>
 *
 * <p>Every event goes through its stored form on the way. Immutable and thread-safe.
 *
 * @param <E> what the events have in common
 */
public final class PolicySpec<E> {

    private final Policy<E> policy;
    private final String aggregateId;
    private final Instant time;
    private final Journal<E> history;

    private PolicySpec(Policy<E> policy, String aggregateId, Instant time, Journal<E> history) {
        this.policy = policy;
        this.aggregateId = aggregateId;
        this.time = time;
        this.history = history;
    }

    /** A specification of this policy. Events are about aggregate {@code a-1}, at the epoch, unless said otherwise. */
    public static <E> PolicySpec<E> of(Policy<E> policy) {
        return new PolicySpec<>(policy, "a-1", Instant.EPOCH, Journal.empty(policy.source()));
    }

    /** What happens from here on is about this aggregate. */
    public PolicySpec<E> about(String id) {
        return new PolicySpec<>(policy, id, time, history);
    }

    /** What happens from here on happens at this time. */
    public PolicySpec<E> at(Instant when) {
        return new PolicySpec<>(policy, aggregateId, when, history);
    }

    /** These events have happened, and the policy has reacted to them; what it did then is of no interest. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    public final PolicySpec<E> given(E... events) {
        return new PolicySpec<>(policy, aggregateId, time, history.with(aggregateId, time, List.of(events)));
    }

    /**
     * This event happens. Fails when what the policy does depends on more than the event, or when it wants to send what is
     * no command.
     */
    public Reactions<E> when(E event) {
        history.events().forEach(policy::react);
        RecordedEvent<E> recorded = history.next(aggregateId, time, event);
        List<Reaction> reactions = policy.react(recorded);
        String step = "given " + history.plain() + "\nwhen  " + event;
        assertThat(policy.react(recorded))
                .as("%s\nthen  what the policy does, asked twice, is the same (a policy is pure)", step)
                .isEqualTo(reactions);
        return new Reactions<>(policy, recorded, step, reactions);
    }
}
