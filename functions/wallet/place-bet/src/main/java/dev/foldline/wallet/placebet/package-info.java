/** The function behind {@code wallet/place-bet}. */
@NullMarked
package dev.foldline.wallet.placebet;

import org.jspecify.annotations.NullMarked;
