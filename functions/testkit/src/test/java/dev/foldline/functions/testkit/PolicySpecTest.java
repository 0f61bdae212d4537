package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foldline.functions.Command;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.testkit.Counter.Counted;
import dev.foldline.functions.testkit.Counter.TooMuch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PolicySpecTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final PolicySpec<Counted> spec = PolicySpec.of(new Celebrate()).about("c-1");

    @Command(context = "test", name = "applaud")
    record Applaud(String counter, long version) {}

    @Command(context = "test", name = "cheer-up")
    record CheerUp(String counter) {}

    /** Applauds each count, remembers to do so again after five or more, and does not mind being refused. */
    private static class Celebrate implements Policy<Counted> {

        @Override
        public String context() {
            return "test";
        }

        @Override
        public String name() {
            return "celebrate";
        }

        @Override
        public EventSource<Counted> source() {
            return Counter.TYPE.source();
        }

        @Override
        public List<Reaction> react(RecordedEvent<Counted> event) {
            var applaud = new Applaud(event.aggregate().id(), event.version());
            Instant later = event.time().plus(Duration.ofHours(1));
            return switch (event.event().number()) {
                case 1 -> List.of(Reaction.send(applaud));
                case 2 -> List.of(Reaction.cancel("again"));
                case 5 -> List.of(Reaction.send(applaud), Reaction.schedule("again", applaud, later));
                default -> List.of();
            };
        }

        @Override
        public List<Reaction> refused(RecordedEvent<Counted> event, Object command, CommandAnswer.Rejected reason) {
            return reason.code().equals("too-much")
                    ? List.of(Reaction.send(new CheerUp(event.aggregate().id())))
                    : List.of();
        }
    }

    @Test
    void passes_when_the_policy_does_as_it_says() {
        var applaud = new Applaud("c-1", 1);
        spec.when(new Counted(1)).thenSends(applaud);
        spec.when(new Counted(3)).thenNothing();
        spec.when(new Counted(2)).thenReacts(Reaction.cancel("again"));
        spec.at(NOON)
                .when(new Counted(5))
                .thenReacts(
                        Reaction.send(applaud),
                        Reaction.schedule("again", applaud, Instant.parse("2026-01-01T13:00:00Z")));
    }

    @Test
    void an_event_comes_after_those_that_are_given() {
        spec.given(new Counted(3), new Counted(4)).when(new Counted(1)).thenSends(new Applaud("c-1", 3));
        spec.given(new Counted(3)).about("c-2").when(new Counted(1)).thenSends(new Applaud("c-2", 1));
    }

    @Test
    void passes_when_it_does_as_it_says_about_a_refusal() {
        var applaud = new Applaud("c-1", 1);
        var counted = spec.when(new Counted(1)).thenSends(applaud);
        counted.whenRefused(applaud, new TooMuch(10)).thenSends(new CheerUp("c-1"));
        counted.whenRefused(applaud, "not-open").thenNothing();
    }

    @Test
    void fails_when_the_policy_does_anything_else() {
        var applaud = new Applaud("c-1", 1);
        fails(() -> spec.when(new Counted(1)).thenNothing());
        fails(() -> spec.when(new Counted(1)).thenSends());
        fails(() -> spec.when(new Counted(1)).thenSends(new Applaud("c-2", 1)));
        fails(() -> spec.when(new Counted(1)).thenSends(applaud, applaud));
        fails(() -> spec.when(new Counted(5)).thenSends(applaud));
        fails(() ->
                spec.when(new Counted(1)).whenRefused(applaud, new TooMuch(10)).thenNothing());
        fails(() -> spec.when(new Counted(1)).whenRefused(new CheerUp("c-1"), new TooMuch(10)));
    }

    @Test
    void fails_when_a_reaction_depends_on_more_than_the_event() {
        fails(() -> PolicySpec.of(new Celebrate() {
                    private int calls;

                    @Override
                    public List<Reaction> react(RecordedEvent<Counted> event) {
                        return List.of(Reaction.cancel("key-" + ++calls));
                    }
                })
                .when(new Counted(1)));
    }

    @Test
    void fails_when_what_is_sent_is_no_command() {
        fails(() -> PolicySpec.of(new Celebrate() {
                    @Override
                    public List<Reaction> react(RecordedEvent<Counted> event) {
                        return List.of(Reaction.send("applause"));
                    }
                })
                .when(new Counted(1)));
    }

    @Test
    void fails_when_an_event_is_not_read_back_as_it_was() {
        fails(() -> spec.when(new Counted(-1)));
        fails(() -> spec.given(new Counted(-1)));
    }

    @Test
    void a_failure_tells_the_whole_step() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> spec.given(new Counted(3)).when(new Counted(1)).thenNothing())
                .withMessageContainingAll(
                        "given [Counted[number=3]]",
                        "when  Counted[number=1]",
                        "then  the policy does nothing",
                        "Applaud[counter=c-1, version=2]");
    }

    private static void fails(ThrowingCallable spec) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(spec);
    }
}
