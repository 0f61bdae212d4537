/** The projection player-wallets. */
@NullMarked
package dev.foldline.projections.playerwallets;

import org.jspecify.annotations.NullMarked;
