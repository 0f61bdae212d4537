/** The function behind {@code jackpot/current-jackpots}. */
@NullMarked
package dev.foldline.jackpot.currentjackpots;

import org.jspecify.annotations.NullMarked;
