/** The function that publishes what happens to wallets. */
@NullMarked
package dev.foldline.wallet.walletpublisher;

import org.jspecify.annotations.NullMarked;
