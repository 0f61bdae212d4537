package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;

/**
 * A player took money out of a wallet.
 *
 * @param amount how much
 */
public record FundsWithdrawn(Money amount) implements WalletEvent {}
