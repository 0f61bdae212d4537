package dev.foldline.functions.runtime.own;

import dev.foldline.functions.runtime.write.Appended;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Counts how often an owner has answered and how often it has not, as {@code foldline.log.owner.requests}. Requests without commits,
 * which only ask whether there is one, do not count.
 */
final class CountedOwner implements PartitionOwner {

    private final PartitionOwner owner;
    private final Counter answered;
    private final Counter unanswered;

    CountedOwner(PartitionOwner owner, MeterRegistry meters, String aggregateType) {
        this.owner = owner;
        this.answered = counter(meters, aggregateType, "answered");
        this.unanswered = counter(meters, aggregateType, "unanswered");
    }

    private static Counter counter(MeterRegistry meters, String aggregateType, String outcome) {
        return meters.counter("foldline.log.owner.requests", "aggregate", aggregateType, "outcome", outcome);
    }

    @Override
    public CompletionStage<Appended> append(AppendRequest request, Duration patience) {
        CompletionStage<Appended> answer = owner.append(request, patience);
        if (request.commits().isEmpty()) {
            return answer;
        }
        return answer.whenComplete((ignored, fault) -> (fault == null ? answered : unanswered).increment());
    }
}
