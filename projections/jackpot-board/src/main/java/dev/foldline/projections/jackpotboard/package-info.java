/** The projection jackpot-board. */
@NullMarked
package dev.foldline.projections.jackpotboard;

import org.jspecify.annotations.NullMarked;
