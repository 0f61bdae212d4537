/** What the wallet context answers to {@code player/player-overview}. */
@NullMarked
package dev.foldline.wallet.playerwallets;

import org.jspecify.annotations.NullMarked;
