package dev.foldline.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Decision;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.Payout;
import dev.foldline.wallet.PlaceBet;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SettleBet;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.Withdraw;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any sequence of commands. Each seed is one sequence, so what fails fails again. */
class WalletPropertiesTest {

    private static final int COMMANDS = 300;
    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final long[] AMOUNTS = {1, 2, 3, 50, 1_000, Long.MAX_VALUE / 2, Long.MAX_VALUE - 1, Long.MAX_VALUE};

    private final WalletDecider decider = new WalletDecider();

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_balance_is_never_negative_and_is_exactly_what_its_events_add_up_to(int seed) {
        Wallet wallet = decider.initial();
        BigInteger sum = BigInteger.ZERO;
        for (WalletCommand command : commands(seed)) {
            for (WalletEvent event : decide(command, wallet)) {
                wallet = decider.evolve(wallet, event);
                sum = sum.add(BigInteger.valueOf(change(event)));
            }
            assertThat(available(wallet)).isEqualTo(sum.longValueExact()).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void repeating_an_accepted_command_that_has_a_name_of_its_own_changes_nothing(int seed) {
        Wallet wallet = decider.initial();
        for (WalletCommand command : commands(seed)) {
            List<WalletEvent> events = decide(command, wallet);
            for (WalletEvent event : events) {
                wallet = decider.evolve(wallet, event);
            }
            if (!events.isEmpty() && isNamed(command)) {
                assertThat(decide(command, wallet)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_history_gives_the_same_decisions(int seed) {
        assertThat(history(seed)).isEqualTo(history(seed));
    }

    private List<WalletEvent> history(int seed) {
        List<WalletEvent> history = new ArrayList<>();
        Wallet wallet = decider.initial();
        for (WalletCommand command : commands(seed)) {
            for (WalletEvent event : decide(command, wallet)) {
                history.add(event);
                wallet = decider.evolve(wallet, event);
            }
        }
        return history;
    }

    private List<WalletEvent> decide(WalletCommand command, Wallet wallet) {
        return switch (decider.decide(command, wallet)) {
            case Decision.Accepted<WalletEvent>(var events) -> events;
            case Decision.Rejected<WalletEvent> ignored -> List.of();
        };
    }

    /** Deposits and withdrawals have no name of their own: their command id tells a retry from a second one. */
    private static boolean isNamed(WalletCommand command) {
        return switch (command) {
            case OpenWallet ignored -> true;
            case PlaceBet ignored -> true;
            case SettleBet ignored -> true;
            case Deposit ignored -> false;
            case Withdraw ignored -> false;
        };
    }

    private static long change(WalletEvent event) {
        return switch (event) {
            case WalletOpened ignored -> 0;
            case FundsDeposited e -> e.amount().minor();
            case FundsWithdrawn e -> -e.amount().minor();
            case BetPlaced e -> -e.stake().minor();
            case BetSettled e -> e.payout().minor();
        };
    }

    private static long available(Wallet wallet) {
        return switch (wallet) {
            case Wallet.Unopened ignored -> 0;
            case Wallet.Open open -> open.available().minor();
        };
    }

    private static List<WalletCommand> commands(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, COMMANDS).mapToObj(ignored -> command(random)).toList();
    }

    private static WalletCommand command(Random random) {
        CurrencyCode currency = random.nextInt(20) == 0 ? new CurrencyCode("USD") : EUR;
        long minor = AMOUNTS[random.nextInt(AMOUNTS.length)];
        var round = new RoundId("r-" + random.nextInt(30));
        return switch (random.nextInt(6)) {
            case 0 -> new OpenWallet(WALLET, new PlayerId("p-1"), currency);
            case 1 -> new Withdraw(WALLET, new Amount(minor), currency);
            case 2 -> new PlaceBet(WALLET, round, new Amount(minor), currency);
            case 3 -> new SettleBet(WALLET, round, new Payout(random.nextInt(3) == 0 ? 0 : minor), currency);
            default -> new Deposit(WALLET, new Amount(minor), currency);
        };
    }
}
