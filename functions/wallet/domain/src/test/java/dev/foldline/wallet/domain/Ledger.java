package dev.foldline.wallet.domain;

import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.PlaceBet;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SettleBet;
import dev.foldline.wallet.StartSession;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.Withdraw;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same wallet told anew, slowly and plainly: every figure is a sum over its whole history. */
record Ledger(List<WalletEvent> history) {

    static final String ACCEPTED = "accepted";

    /** All that can be expected. */
    static final List<String> OUTCOMES = List.of(
            ACCEPTED,
            "wallet-already-open",
            "wallet-not-open",
            "currency-mismatch",
            "insufficient-funds",
            "balance-limit-exceeded",
            "bet-already-placed",
            "bet-not-open",
            "payout-already-credited",
            "session-over",
            "session-running",
            "session-already-started",
            "session-not-started");

    private static final BigInteger LIMIT = BigInteger.valueOf(Long.MAX_VALUE);

    /** The code of the reason that the command is refused for, or {@link #ACCEPTED}. */
    String expected(WalletCommand command) {
        return switch (command) {
            case OpenWallet ignored -> history.isEmpty() ? ACCEPTED : "wallet-already-open";
            case Deposit c -> inCurrency(c.currency(), exceedsLimit(c.amount()) ? "balance-limit-exceeded" : ACCEPTED);
            case Withdraw c -> inCurrency(c.currency(), covered(c.amount()));
            case PlaceBet c -> inCurrency(c.currency(), placed(c));
            case SettleBet c -> inCurrency(c.currency(), settled(c));
            case CreditWinnings c -> credited(c);
            case StartSession c ->
                history.isEmpty() ? "wallet-not-open" : new SessionBook(history).expectedAtStart(c.sessionId());
            case EndSession c ->
                history.isEmpty() ? "wallet-not-open" : new SessionBook(history).expectedAtEnd(c.sessionId());
        };
    }

    private String placed(PlaceBet command) {
        if (placed().containsKey(command.roundId())) {
            return "bet-already-placed";
        }
        return new SessionBook(history).isOver() ? "session-over" : covered(command.stake());
    }

    private String credited(CreditWinnings command) {
        return history.stream()
                .filter(event ->
                        event instanceof WinningsCredited e && e.payout().equals(command.payoutId()))
                .map(event -> event.equals(new WinningsCredited(command.payoutId(), command.amount()))
                        ? ACCEPTED
                        : "payout-already-credited")
                .findAny()
                .orElseGet(() -> inCurrency(
                        command.currency(), exceedsLimit(command.amount()) ? "balance-limit-exceeded" : ACCEPTED));
    }

    private String inCurrency(CurrencyCode currency, String otherwise) {
        if (history.isEmpty()) {
            return "wallet-not-open";
        }
        boolean same = history.getFirst() instanceof WalletOpened opened
                && opened.currency().equals(currency);
        return same ? otherwise : "currency-mismatch";
    }

    private String covered(Money money) {
        return big(money).compareTo(available()) > 0 ? "insufficient-funds" : ACCEPTED;
    }

    private String settled(SettleBet command) {
        Money stake = open().get(command.roundId());
        if (stake == null) {
            return "bet-not-open";
        }
        BigInteger after = available().add(atStake()).subtract(big(stake)).add(big(command.payout()));
        return after.compareTo(LIMIT) > 0 ? "balance-limit-exceeded" : ACCEPTED;
    }

    private boolean exceedsLimit(Money more) {
        return available().add(atStake()).add(big(more)).compareTo(LIMIT) > 0;
    }

    /** Deposits − withdrawals − stakes + payouts + winnings. */
    BigInteger available() {
        return history.stream().map(Ledger::change).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The same, as events say it of themselves. */
    BigInteger changes() {
        return history.stream()
                .map(WalletEvent::changeMinor)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The stakes of all bets that are not settled. */
    BigInteger atStake() {
        return open().values().stream().map(Ledger::big).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger change(WalletEvent event) {
        return switch (event) {
            case WalletOpened ignored -> BigInteger.ZERO;
            case FundsDeposited e -> big(e.amount());
            case FundsWithdrawn e -> big(e.amount()).negate();
            case BetPlaced e -> big(e.stake()).negate();
            case BetSettled e -> big(e.payout());
            case WinningsCredited e -> big(e.amount());
            case SessionStarted ignored -> BigInteger.ZERO;
            case SessionEnded ignored -> BigInteger.ZERO;
        };
    }

    private Map<RoundId, Money> open() {
        Map<RoundId, Money> open = placed();
        history.forEach(event -> {
            if (event instanceof BetSettled settled) {
                open.remove(settled.round());
            }
        });
        return open;
    }

    private Map<RoundId, Money> placed() {
        return history.stream()
                .filter(BetPlaced.class::isInstance)
                .map(BetPlaced.class::cast)
                .collect(Collectors.toMap(BetPlaced::round, BetPlaced::stake));
    }

    private static BigInteger big(Money money) {
        return BigInteger.valueOf(money.minor());
    }
}
