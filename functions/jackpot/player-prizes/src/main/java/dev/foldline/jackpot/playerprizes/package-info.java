/** What the jackpot context answers to {@code player/player-overview}. */
@NullMarked
package dev.foldline.jackpot.playerprizes;

import org.jspecify.annotations.NullMarked;
