/** The function behind {@code wallet/credit-winnings}. */
@NullMarked
package dev.foldline.wallet.creditwinnings;

import org.jspecify.annotations.NullMarked;
