package dev.foldline.wallet;

import dev.foldline.functions.Command;

/**
 * Starts a session, in which bets can be placed until it ends. From a wallet's first session on, it takes one to place a bet;
 * a wallet that has never had one is not limited.
 *
 * @param walletId which wallet
 * @param sessionId the session; the wallet has not had it before
 * @param endsAt when it ends by itself
 */
@Command(context = "wallet", name = "start-session", aggregate = "walletId")
public record StartSession(WalletId walletId, SessionId sessionId, SessionEnd endsAt) implements WalletCommand {}
