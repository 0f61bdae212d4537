package dev.foldline.wallet.domain;

import static dev.foldline.functions.Decision.accept;
import static dev.foldline.functions.Decision.nothing;
import static dev.foldline.functions.Decision.reject;

import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.PlaceBet;
import dev.foldline.wallet.SettleBet;
import dev.foldline.wallet.StartSession;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.Withdraw;
import dev.foldline.wallet.domain.SessionRejection.SessionOver;
import dev.foldline.wallet.domain.WalletRejection.BalanceLimitExceeded;
import dev.foldline.wallet.domain.WalletRejection.BetAlreadyPlaced;
import dev.foldline.wallet.domain.WalletRejection.BetNotOpen;
import dev.foldline.wallet.domain.WalletRejection.CurrencyMismatch;
import dev.foldline.wallet.domain.WalletRejection.InsufficientFunds;
import dev.foldline.wallet.domain.WalletRejection.PayoutAlreadyCredited;
import dev.foldline.wallet.domain.WalletRejection.WalletAlreadyOpen;
import dev.foldline.wallet.domain.WalletRejection.WalletNotOpen;
import org.jspecify.annotations.Nullable;

/** Decides what may happen to one player's wallet. */
public final class WalletDecider implements Decider<WalletCommand, Wallet, WalletEvent> {

    @Override
    public Wallet initial() {
        return new Wallet.Unopened();
    }

    @Override
    public Decision<WalletEvent> decide(WalletCommand command, Wallet wallet) {
        return switch (wallet) {
            case Wallet.Unopened ignored -> decideUnopened(command);
            case Wallet.Open open -> decideOpen(command, open);
        };
    }

    private static Decision<WalletEvent> decideUnopened(WalletCommand command) {
        return switch (command) {
            case OpenWallet c -> accept(new WalletOpened(c.playerId(), c.currency()));
            case Deposit ignored -> reject(new WalletNotOpen());
            case Withdraw ignored -> reject(new WalletNotOpen());
            case PlaceBet ignored -> reject(new WalletNotOpen());
            case SettleBet ignored -> reject(new WalletNotOpen());
            case CreditWinnings ignored -> reject(new WalletNotOpen());
            case StartSession ignored -> reject(new WalletNotOpen());
            case EndSession ignored -> reject(new WalletNotOpen());
        };
    }

    private static Decision<WalletEvent> decideOpen(WalletCommand command, Wallet.Open wallet) {
        return switch (command) {
            case OpenWallet ignored -> reject(new WalletAlreadyOpen());
            case Deposit c when !wallet.isOf(c.currency()) -> mismatch(wallet);
            case Deposit c when wallet.room().isLessThan(c.amount()) -> reject(new BalanceLimitExceeded());
            case Deposit c -> accept(new FundsDeposited(c.amount()));
            case Withdraw c when !wallet.isOf(c.currency()) -> mismatch(wallet);
            case Withdraw c when wallet.available().isLessThan(c.amount()) -> insufficient(wallet);
            case Withdraw c -> accept(new FundsWithdrawn(c.amount()));
            case PlaceBet c when !wallet.isOf(c.currency()) -> mismatch(wallet);
            case PlaceBet c when wallet.rounds().isKnown(c.roundId()) -> reject(new BetAlreadyPlaced());
            case PlaceBet ignored when wallet.sessions().forbidBets() -> reject(new SessionOver());
            case PlaceBet c when wallet.available().isLessThan(c.stake()) -> insufficient(wallet);
            case PlaceBet c -> accept(new BetPlaced(c.roundId(), c.stake()));
            case SettleBet c when !wallet.isOf(c.currency()) -> mismatch(wallet);
            case SettleBet c when !wallet.rounds().isOpen(c.roundId()) -> reject(new BetNotOpen());
            case SettleBet c
            when wallet.roomWithout(c.roundId()).isLessThan(c.payout()) -> reject(new BalanceLimitExceeded());
            case SettleBet c -> accept(new BetSettled(c.roundId(), c.payout()));
            case CreditWinnings c -> decideCredit(c, wallet);
            case StartSession c -> wallet.sessions().decide(c);
            case EndSession c -> wallet.sessions().decide(c);
        };
    }

    /** A payout that is made again is so already: whoever asks must not take it for one that could not be made. */
    private static Decision<WalletEvent> decideCredit(CreditWinnings command, Wallet.Open wallet) {
        Money credited = wallet.payouts().of(command.payoutId());
        if (credited != null) {
            return credited.equals(command.amount()) ? nothing() : reject(new PayoutAlreadyCredited(credited));
        }
        if (!wallet.isOf(command.currency())) {
            return mismatch(wallet);
        }
        return wallet.room().isLessThan(command.amount())
                ? reject(new BalanceLimitExceeded())
                : accept(new WinningsCredited(command.payoutId(), command.amount()));
    }

    @Override
    public Wallet evolve(Wallet wallet, WalletEvent event) {
        try {
            return switch (wallet) {
                case Wallet.Unopened ignored when event instanceof WalletOpened e -> Wallet.Open.holding(e.currency());
                case Wallet.Unopened ignored -> throw misplaced(event, null);
                case Wallet.Open open -> evolveOpen(open, event);
            };
        } catch (ArithmeticException e) { // another currency, or more than can be counted
            throw misplaced(event, e);
        }
    }

    private static Wallet evolveOpen(Wallet.Open wallet, WalletEvent event) {
        return switch (event) {
            case WalletOpened ignored -> throw misplaced(event, null);
            case FundsDeposited e -> wallet.deposit(e.amount());
            case FundsWithdrawn e -> wallet.withdraw(e.amount());
            case BetPlaced e -> wallet.place(e.round(), e.stake());
            case BetSettled e -> wallet.settle(e.round(), e.payout());
            case WinningsCredited e -> wallet.credit(e.payout(), e.amount());
            case SessionStarted e -> wallet.start(e.session());
            case SessionEnded e -> wallet.end(e.session());
        };
    }

    private static IllegalStateException misplaced(WalletEvent event, @Nullable Exception cause) {
        return new IllegalStateException(
                "a wallet's history has a misplaced "
                        + WalletEvents.TABLE.nameOf(event).alias(),
                cause);
    }

    private static Decision<WalletEvent> mismatch(Wallet.Open wallet) {
        return reject(new CurrencyMismatch(wallet.available().currency()));
    }

    private static Decision<WalletEvent> insufficient(Wallet.Open wallet) {
        return reject(new InsufficientFunds(wallet.available()));
    }
}
