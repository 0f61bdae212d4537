/** The function behind {@code wallet/withdraw}. */
@NullMarked
package dev.foldline.wallet.withdraw;

import org.jspecify.annotations.NullMarked;
