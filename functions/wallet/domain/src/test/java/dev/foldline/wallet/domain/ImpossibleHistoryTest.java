package dev.foldline.wallet.domain;

import static dev.foldline.wallet.domain.Examples.credited;
import static dev.foldline.wallet.domain.Examples.deposited;
import static dev.foldline.wallet.domain.Examples.ended;
import static dev.foldline.wallet.domain.Examples.opened;
import static dev.foldline.wallet.domain.Examples.placed;
import static dev.foldline.wallet.domain.Examples.settled;
import static dev.foldline.wallet.domain.Examples.started;
import static dev.foldline.wallet.domain.Examples.withdrawn;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.foldline.wallet.Money;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ImpossibleHistoryTest {

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<List<WalletEvent>> IMPOSSIBLE = List.of(
            List.of(deposited(1)),
            List.of(settled("r", 0)),
            List.of(opened(), opened()),
            List.of(opened(), withdrawn(1)),
            List.of(opened(), placed("r", 1)),
            List.of(opened(), deposited(Long.MAX_VALUE), deposited(1)),
            List.of(opened(), deposited(Long.MAX_VALUE), placed("r", 1), deposited(1)),
            List.of(opened(), new FundsDeposited(new Money(1, Examples.USD))),
            List.of(opened(), settled("r", 0)),
            List.of(opened(), deposited(2), placed("r", 1), placed("r", 1)),
            List.of(opened(), deposited(2), placed("r", 1), settled("r", 1), settled("r", 1)),
            List.of(opened(), deposited(2), placed("r", 1), settled("r", 1), placed("r", 1)),
            List.of(credited("p", 1)),
            List.of(opened(), credited("p", 1), credited("p", 1)),
            List.of(opened(), deposited(Long.MAX_VALUE), credited("p", 1)),
            List.of(started("s")),
            List.of(opened(), started("s"), started("t")),
            List.of(opened(), started("s"), ended("s"), started("s")),
            List.of(opened(), ended("s")),
            List.of(opened(), started("s"), ended("t")));

    private final WalletDecider decider = new WalletDecider();

    @ParameterizedTest
    @FieldSource("IMPOSSIBLE")
    void is_a_bug_and_throws(List<WalletEvent> history) {
        Wallet almost = fold(history.subList(0, history.size() - 1));

        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(almost, history.getLast()))
                .withMessageContaining("history");
    }

    private Wallet fold(List<WalletEvent> history) {
        Wallet wallet = decider.initial();
        for (WalletEvent event : history) {
            wallet = decider.evolve(wallet, event);
        }
        return wallet;
    }
}
