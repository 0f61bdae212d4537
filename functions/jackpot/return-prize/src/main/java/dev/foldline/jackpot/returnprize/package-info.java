/** The function behind {@code jackpot/return-prize}. */
@NullMarked
package dev.foldline.jackpot.returnprize;

import org.jspecify.annotations.NullMarked;
