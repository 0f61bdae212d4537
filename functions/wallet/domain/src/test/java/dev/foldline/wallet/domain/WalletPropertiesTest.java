package dev.foldline.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Decision;
import dev.foldline.functions.Rejection;
import dev.foldline.functions.testkit.InMemoryAggregate;
import dev.foldline.functions.testkit.Repetition;
import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.PlaceBet;
import dev.foldline.wallet.SettleBet;
import dev.foldline.wallet.StartSession;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.Withdraw;
import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any sequence of commands. Each seed is one sequence, so what fails fails again. */
class WalletPropertiesTest {

    private static final String SEEDS = "dev.foldline.wallet.domain.CommandSequences#seeds";

    @ParameterizedTest
    @MethodSource(SEEDS)
    void a_wallet_does_what_its_ledger_says_to_the_cent(int seed) {
        var wallet = new InMemoryAggregate<>(WalletAggregate.TYPE);
        for (WalletCommand command : CommandSequences.of(seed)) {
            String expected = new Ledger(wallet.history()).expected(command);

            assertThat(outcome(execute(command, wallet))).as("%s", command).isEqualTo(expected);
            assertAgree(wallet.state(), new Ledger(wallet.history()));
        }
    }

    @Test
    void every_outcome_is_among_those() {
        Set<String> outcomes = new TreeSet<>();
        CommandSequences.seeds().forEach(seed -> {
            var wallet = new InMemoryAggregate<>(WalletAggregate.TYPE);
            CommandSequences.of(seed).forEach(command -> outcomes.add(outcome(execute(command, wallet))));
        });

        assertThat(outcomes).containsExactlyInAnyOrderElementsOf(Ledger.OUTCOMES);
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void repeating_an_accepted_command_changes_nothing(int seed) {
        Repetition.changesNothing(WalletAggregate.TYPE, CommandSequences.of(seed), WalletPropertiesTest::isNamed);
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void the_same_history_gives_the_same_state(int seed) {
        var wallet = new InMemoryAggregate<>(WalletAggregate.TYPE);
        CommandSequences.of(seed).forEach(command -> execute(command, wallet));

        var decider = new WalletDecider();
        Wallet folded = decider.initial();
        for (WalletEvent event : wallet.history()) {
            folded = decider.evolve(folded, event);
        }

        assertThat(folded).isEqualTo(wallet.state());
    }

    /** Deposits and withdrawals have no name of their own: their command id tells a retry from a second one. */
    private static boolean isNamed(WalletCommand command) {
        return switch (command) {
            case OpenWallet ignored -> true;
            case PlaceBet ignored -> true;
            case SettleBet ignored -> true;
            case CreditWinnings ignored -> true;
            case StartSession ignored -> true;
            case EndSession ignored -> true;
            case Deposit ignored -> false;
            case Withdraw ignored -> false;
        };
    }

    private static Decision<WalletEvent> execute(
            WalletCommand command, InMemoryAggregate<WalletCommand, Wallet, WalletEvent> wallet) {
        return wallet.execute(UUID.randomUUID(), command).decision();
    }

    private static String outcome(Decision<WalletEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<WalletEvent> ignored -> Ledger.ACCEPTED;
            case Decision.Rejected<WalletEvent>(Rejection rejection) -> rejection.code();
        };
    }

    private static void assertAgree(Wallet wallet, Ledger ledger) {
        switch (wallet) {
            case Wallet.Unopened ignored -> assertThat(ledger.history()).isEmpty();
            case Wallet.Open open -> {
                assertThat(open.available().minor()).isNotNegative();
                assertThat(BigInteger.valueOf(open.available().minor())).isEqualTo(ledger.available());
                assertThat(ledger.available()).isEqualTo(ledger.changes());
                assertThat(BigInteger.valueOf(open.atStake().minor())).isEqualTo(ledger.atStake());
            }
        }
    }
}
