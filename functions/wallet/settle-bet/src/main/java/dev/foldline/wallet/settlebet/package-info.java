/** The function behind {@code wallet/settle-bet}. */
@NullMarked
package dev.foldline.wallet.settlebet;

import org.jspecify.annotations.NullMarked;
