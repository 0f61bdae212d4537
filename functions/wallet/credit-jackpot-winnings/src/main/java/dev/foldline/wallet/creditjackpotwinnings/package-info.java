/** The policy {@code wallet/credit-jackpot-winnings}. */
@NullMarked
package dev.foldline.wallet.creditjackpotwinnings;

import org.jspecify.annotations.NullMarked;
