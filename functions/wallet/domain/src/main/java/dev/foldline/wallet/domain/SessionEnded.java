package dev.foldline.wallet.domain;

import dev.foldline.wallet.SessionId;

/**
 * A session was over, by itself or by the player.
 *
 * @param session the session, which was running
 */
public record SessionEnded(SessionId session) implements WalletEvent {}
