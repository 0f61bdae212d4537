package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;

/**
 * Winnings that are no payout of a bet went into a wallet.
 *
 * @param payout what was paid, and had not been before
 * @param amount how much
 */
public record WinningsCredited(PayoutId payout, Money amount) implements WalletEvent {}
