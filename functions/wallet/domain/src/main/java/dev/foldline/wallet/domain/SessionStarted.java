package dev.foldline.wallet.domain;

import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;

/**
 * A session started in a wallet that had none running.
 *
 * @param session the session, which the wallet had not had before
 * @param endsAt when it is to end by itself
 */
public record SessionStarted(SessionId session, SessionEnd endsAt) implements WalletEvent {}
