/** The function behind {@code wallet/deposit}. */
@NullMarked
package dev.foldline.wallet.deposit;

import org.jspecify.annotations.NullMarked;
