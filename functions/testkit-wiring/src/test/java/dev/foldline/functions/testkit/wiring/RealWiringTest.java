package dev.foldline.functions.testkit.wiring;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.functions.testkit.Given;
import dev.foldline.functions.testkit.Stage;
import dev.foldline.functions.testkit.wiring.Parrot.Said;
import dev.foldline.functions.testkit.wiring.Parrot.Say;
import dev.foldline.functions.testkit.wiring.Parrot.Unwilling;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Elsewhere {@code @RealWiring} alone does it; here it is part of the application itself, where Quarkus looks for no plug-ins. */
@RealWiring
@QuarkusTest
class RealWiringTest {

    private final Given<Say, String, Said> silent = DeciderSpec.of(Parrot.TYPE).given();
    private final Given<Say, String, Said> talking = DeciderSpec.of(Parrot.TYPE).given(said("a"), said("b"));

    @Test
    void passes_when_the_application_does_as_the_scenario_says() {
        silent.when(say("a", "a")).thenEvents(said("a"));
        talking.when(say("c", "c")).thenEvents(said("c"));
        talking.when(say("b", "b")).thenNothing();
        talking.when(say("no", "no")).thenRejected(new Unwilling("no"));
        talking.when(say("c", "c")).thenRepeatingItChangesNothing();
    }

    @Test
    void goes_on_with_what_has_happened_and_may_do_so_twice() {
        var after = silent.when(say("a", "a")).thenEvents(said("a"));
        after.when(say("b", "b")).thenEvents(said("b")).when(say("b", "b")).thenNothing();
        after.when(say("c", "c")).thenEvents(said("c"));
    }

    @RepeatedTest(2)
    void repeated_and_parameterized_tests_are_played_too() {
        fails("these events are in the log", () -> silent.when(say("a", "b")).thenEvents(said("a")));
    }

    @Test
    void fails_when_the_application_does_anything_else() {
        fails("over HTTP it is accepted", () -> silent.when(say("a", "no")).thenEvents(said("a")));
        fails("the answer's version", () -> silent.when(say("a", "")).thenEvents(said("a")));
        fails("the answer's version", () -> silent.when(say("", "a")).thenNothing());
        fails("over HTTP it is refused", () -> silent.when(say("no", "a")).thenRejected(new Unwilling("no")));
        fails("the answer's detail", () -> silent.when(say("no", "not")).thenRejected(new Unwilling("no")));
        fails("the aggregate's version in the log stays", () -> silent.when(say("a", "a!"))
                .thenRepeatingItChangesNothing());
    }

    @Test
    void without_a_stage_nothing_is_played() {
        ScopedValue.where(Stage.CURRENT, step -> {})
                .run(() -> silent.when(say("a", "b")).thenEvents(said("a")));
    }

    private static Say say(String inMemory, String inApplication) {
        return new Say("polly", inMemory, inApplication);
    }

    private static Said said(String word) {
        return new Said("polly", word);
    }

    private static void fails(String why, ThrowingCallable scenario) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(scenario)
                .withMessageContaining(why)
                .withMessageContaining("when  Say[parrot=polly");
    }
}
