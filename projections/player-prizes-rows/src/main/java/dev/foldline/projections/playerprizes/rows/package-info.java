/** The rows of the projection player-prizes: what it writes and its queries read. */
@NullMarked
package dev.foldline.projections.playerprizes.rows;

import org.jspecify.annotations.NullMarked;
