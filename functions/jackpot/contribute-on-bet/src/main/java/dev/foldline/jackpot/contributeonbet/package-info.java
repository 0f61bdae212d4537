/** The policy {@code jackpot/contribute-on-bet}. */
@NullMarked
package dev.foldline.jackpot.contributeonbet;

import org.jspecify.annotations.NullMarked;
