/** The rows of the projection player-wallets: what it writes and its queries read. */
@NullMarked
package dev.foldline.projections.playerwallets.rows;

import org.jspecify.annotations.NullMarked;
