package dev.foldline.jackpot.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Decision;
import dev.foldline.functions.Rejection;
import dev.foldline.functions.testkit.InMemoryAggregate;
import dev.foldline.functions.testkit.Repetition;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.DrawJackpot;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.OpenJackpot;
import dev.foldline.jackpot.ReturnPrize;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any sequence of commands. Each seed is one sequence, so what fails fails again. */
class JackpotPropertiesTest {

    private static final String SEEDS = "dev.foldline.jackpot.domain.CommandSequences#seeds";

    @ParameterizedTest
    @MethodSource(SEEDS)
    void a_jackpot_does_what_its_ledger_says_to_the_ten_thousandth(int seed) {
        var jackpot = new InMemoryAggregate<>(JackpotAggregate.TYPE);
        for (JackpotCommand command : CommandSequences.of(seed)) {
            var before = new Ledger(jackpot.history());
            Decision<JackpotEvent> decision = execute(command, jackpot);
            var after = new Ledger(jackpot.history());

            assertThat(outcome(decision)).as("%s", command).isEqualTo(before.expected(command));
            assertAgree(jackpot.state(), after);
            if (command instanceof Contribute c && decision instanceof Decision.Accepted) {
                assertThat(after.pot().subtract(before.pot())).isEqualTo(before.share(c));
            }
        }
    }

    @Test
    void every_outcome_is_among_those() {
        Set<String> outcomes = new TreeSet<>();
        CommandSequences.seeds().forEach(seed -> {
            var jackpot = new InMemoryAggregate<>(JackpotAggregate.TYPE);
            CommandSequences.of(seed).forEach(command -> outcomes.add(outcome(execute(command, jackpot))));
        });

        assertThat(outcomes).containsExactlyInAnyOrderElementsOf(Ledger.OUTCOMES);
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void repeating_an_accepted_command_changes_nothing(int seed) {
        Repetition.changesNothing(JackpotAggregate.TYPE, CommandSequences.of(seed), JackpotPropertiesTest::isNamed);
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void the_same_history_gives_the_same_state(int seed) {
        var jackpot = new InMemoryAggregate<>(JackpotAggregate.TYPE);
        CommandSequences.of(seed).forEach(command -> execute(command, jackpot));

        var decider = new JackpotDecider();
        Jackpot folded = decider.initial();
        for (JackpotEvent event : jackpot.history()) {
            folded = decider.evolve(folded, event);
        }

        assertThat(folded).isEqualTo(jackpot.state());
    }

    /**
     * A contribution has a round, which the jackpot does not remember: there are as many as there are bets, and the command id,
     * made of the bet, tells a retry from a second one.
     */
    private static boolean isNamed(JackpotCommand command) {
        return switch (command) {
            case OpenJackpot ignored -> true;
            case DrawJackpot ignored -> true;
            case ReturnPrize ignored -> true;
            case Contribute ignored -> false;
        };
    }

    private static Decision<JackpotEvent> execute(
            JackpotCommand command, InMemoryAggregate<JackpotCommand, Jackpot, JackpotEvent> jackpot) {
        return jackpot.execute(UUID.randomUUID(), command).decision();
    }

    private static String outcome(Decision<JackpotEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<JackpotEvent> ignored -> Ledger.ACCEPTED;
            case Decision.Rejected<JackpotEvent>(Rejection rejection) -> rejection.code();
        };
    }

    private static void assertAgree(Jackpot jackpot, Ledger ledger) {
        switch (jackpot) {
            case Jackpot.Unopened ignored -> assertThat(ledger.history()).isEmpty();
            case Jackpot.Open open -> assertThat(Ledger.exact(open.pot())).isEqualTo(ledger.pot());
        }
    }
}
