/** The rows of the projection jackpot-board: what it writes and its queries read. */
@NullMarked
package dev.foldline.projections.jackpotboard.rows;

import org.jspecify.annotations.NullMarked;
