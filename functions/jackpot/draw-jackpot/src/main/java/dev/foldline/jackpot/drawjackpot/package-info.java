/** The function behind {@code jackpot/draw-jackpot}. */
@NullMarked
package dev.foldline.jackpot.drawjackpot;

import org.jspecify.annotations.NullMarked;
