/** The projection player-prizes. */
@NullMarked
package dev.foldline.projections.playerprizes;

import org.jspecify.annotations.NullMarked;
