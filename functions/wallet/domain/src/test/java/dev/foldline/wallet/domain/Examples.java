package dev.foldline.wallet.domain;

import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.Payout;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.PlaceBet;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.SettleBet;
import dev.foldline.wallet.StartSession;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.Withdraw;

/** Short words for one wallet's commands and events, in euros unless said otherwise. */
final class Examples {

    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final CurrencyCode USD = new CurrencyCode("USD");

    private static final WalletId WALLET = new WalletId("w-1");
    private static final PlayerId PLAYER = new PlayerId("p-1");
    private static final SessionEnd END = new SessionEnd("2026-01-31T20:00:00Z");

    private Examples() {}

    static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    static RoundId round(String id) {
        return new RoundId(id);
    }

    static WalletCommand open(CurrencyCode currency) {
        return new OpenWallet(WALLET, PLAYER, currency);
    }

    static WalletCommand deposit(long minor, CurrencyCode currency) {
        return new Deposit(WALLET, new Amount(minor), currency);
    }

    static WalletCommand withdraw(long minor, CurrencyCode currency) {
        return new Withdraw(WALLET, new Amount(minor), currency);
    }

    static WalletCommand placeBet(String round, long minor, CurrencyCode currency) {
        return new PlaceBet(WALLET, round(round), new Amount(minor), currency);
    }

    static WalletCommand settleBet(String round, long minor, CurrencyCode currency) {
        return new SettleBet(WALLET, round(round), new Payout(minor), currency);
    }

    static WalletCommand creditWinnings(String payout, long minor, CurrencyCode currency) {
        return new CreditWinnings(WALLET, new PayoutId(payout), new Amount(minor), currency);
    }

    static WalletCommand startSession(String session) {
        return new StartSession(WALLET, new SessionId(session), END);
    }

    static WalletCommand endSession(String session) {
        return new EndSession(WALLET, new SessionId(session));
    }

    static WalletCommand deposit(long minor) {
        return deposit(minor, EUR);
    }

    static WalletCommand withdraw(long minor) {
        return withdraw(minor, EUR);
    }

    static WalletCommand placeBet(String round, long minor) {
        return placeBet(round, minor, EUR);
    }

    static WalletCommand settleBet(String round, long minor) {
        return settleBet(round, minor, EUR);
    }

    static WalletCommand creditWinnings(String payout, long minor) {
        return creditWinnings(payout, minor, EUR);
    }

    static WalletEvent opened() {
        return new WalletOpened(PLAYER, EUR);
    }

    static WalletEvent deposited(long minor) {
        return new FundsDeposited(eur(minor));
    }

    static WalletEvent withdrawn(long minor) {
        return new FundsWithdrawn(eur(minor));
    }

    static WalletEvent placed(String round, long minor) {
        return new BetPlaced(round(round), eur(minor));
    }

    static WalletEvent settled(String round, long minor) {
        return new BetSettled(round(round), eur(minor));
    }

    static WalletEvent credited(String payout, long minor) {
        return new WinningsCredited(new PayoutId(payout), eur(minor));
    }

    static WalletEvent started(String session) {
        return new SessionStarted(new SessionId(session), END);
    }

    static WalletEvent ended(String session) {
        return new SessionEnded(new SessionId(session));
    }
}
