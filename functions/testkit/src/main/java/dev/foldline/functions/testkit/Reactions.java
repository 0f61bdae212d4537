package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Command;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy wants done about an event. Each {@code then} that passes gives the same again, so that one may say what
 * happens when a command is refused.
 *
 * @param <E> what the events have in common
 */
public final class Reactions<E> {

    private final Policy<E> policy;
    private final RecordedEvent<E> event;
    private final String step;
    private final List<Reaction> reactions;

    Reactions(Policy<E> policy, RecordedEvent<E> event, String step, List<Reaction> reactions) {
        this.policy = policy;
        this.event = event;
        this.step = step;
        this.reactions = List.copyOf(reactions);
        commands().forEach(this::assertIsCommand);
    }

    /** Exactly these commands are sent now, in this order, and nothing else is done. */
    public Reactions<E> thenSends(Object... commands) {
        return thenReacts(Arrays.stream(commands).map(Reaction::send).toArray(Reaction[]::new));
    }

    /** Exactly this is done, in this order. */
    public Reactions<E> thenReacts(Reaction... expected) {
        assertThat(reactions).as("%s\nthen  the policy does this", step).isEqualTo(List.of(expected));
        return this;
    }

    /** Nothing is done. */
    public Reactions<E> thenNothing() {
        assertThat(reactions).as("%s\nthen  the policy does nothing", step).isEmpty();
        return this;
    }

    /** One of the commands is refused for this reason. */
    public Reactions<E> whenRefused(Object command, Rejection reason) {
        return whenRefused(command, new CommandAnswer.Rejected(reason.code(), reason.detail()));
    }

    /** One of the commands is refused with this code, by a context whose reasons are not known here. */
    public Reactions<E> whenRefused(Object command, String code) {
        return whenRefused(command, new CommandAnswer.Rejected(code, code));
    }

    private Reactions<E> whenRefused(Object command, CommandAnswer.Rejected reason) {
        assertThat(commands())
                .as("%s\nthen  what the policy sends, one of which is refused", step)
                .contains(command);
        String further = step + "\nand   " + command + " is refused: " + reason.code();
        List<Reaction> then = policy.refused(event, command, reason);
        assertThat(policy.refused(event, command, reason))
                .as("%s\nthen  what the policy does, asked twice, is the same (a policy is pure)", further)
                .isEqualTo(then);
        return new Reactions<>(policy, event, further, then);
    }

    private List<Object> commands() {
        return reactions.stream().flatMap(Reactions::command).toList();
    }

    private static Stream<Object> command(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Send(Object command) -> Stream.of(command);
            case Reaction.Schedule schedule -> Stream.of(schedule.command());
            case Reaction.Cancel _ -> Stream.of();
        };
    }

    private void assertIsCommand(Object command) {
        assertThat(command.getClass())
                .as("%s\nthen  the policy sends a command: a record with @Command", step)
                .hasAnnotation(Command.class)
                .isRecord();
    }
}
