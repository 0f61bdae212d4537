/** The function behind {@code wallet/wallet-balance}. */
@NullMarked
package dev.foldline.wallet.walletbalance;

import org.jspecify.annotations.NullMarked;
