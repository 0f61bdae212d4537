package dev.foldline.wallet.domain;

import dev.foldline.wallet.Money;

/**
 * A player put money into a wallet.
 *
 * @param amount how much
 */
public record FundsDeposited(Money amount) implements WalletEvent {}
