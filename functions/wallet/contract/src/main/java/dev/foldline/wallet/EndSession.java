package dev.foldline.wallet;

import dev.foldline.functions.Command;

/**
 * Ends a session: no further bet is placed in it, and open bets are settled as ever. Nothing happens when it is over already.
 *
 * @param walletId which wallet
 * @param sessionId the session, which the wallet has or had
 */
@Command(context = "wallet", name = "end-session", aggregate = "walletId")
public record EndSession(WalletId walletId, SessionId sessionId) implements WalletCommand {}
