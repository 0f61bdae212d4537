package dev.foldline.functions.testkit.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Decision;
import dev.foldline.functions.Rejection;
import dev.foldline.functions.testkit.Stage;
import dev.foldline.functions.testkit.Step;
import java.util.List;
import java.util.UUID;

/** Plays steps in the application of this test. */
final class WiredStage implements Stage {

    private final CommandClient client = new CommandClient();

    @Override
    public void play(Step<?, ?, ?> step) {
        playOn(step);
    }

    private <E> void playOn(Step<?, ?, E> step) {
        var body = CommandBody.of(step.command()).withFreshId();
        var aggregate = new LoggedAggregate<>(step.type(), body.originalId(), body.id());
        aggregate.append(step.given());
        UUID commandId = UUID.randomUUID();
        Answer answer = client.send(body, commandId);
        check(step, aggregate, answer, commandId);
        if (step.repeated()) {
            checkRepeated(step, aggregate, body, commandId, answer);
        }
    }

    private static <E> void check(Step<?, ?, E> step, LoggedAggregate<E> aggregate, Answer answer, UUID commandId) {
        switch (step.decision()) {
            case Decision.Accepted<E>(List<E> events) -> {
                answer.assertAccepted(step, aggregate.name(), step.given().size() + events.size());
                aggregate.assertAppended(step, step.given().size(), events, commandId);
            }
            case Decision.Rejected<E>(Rejection rejection) -> {
                answer.assertRejected(step, rejection);
                aggregate.assertAppended(step, step.given().size(), List.of(), commandId);
            }
        }
    }

    /** Sent again with its id it is answered as before, and as a new command it changes nothing. */
    private <E> void checkRepeated(
            Step<?, ?, E> step, LoggedAggregate<E> aggregate, CommandBody body, UUID commandId, Answer first) {
        assertThat(client.send(body, commandId))
                .as("%s, sent again with its command id\nthen  over HTTP it is answered as before", step)
                .isEqualTo(first);
        long version = aggregate.version();
        client.send(body, UUID.randomUUID());
        assertThat(aggregate.version())
                .as("%s, sent again as a new command\nthen  the aggregate's version in the log stays", step)
                .isEqualTo(version);
    }
}
