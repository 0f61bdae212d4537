/** What may happen to a player's wallet. Pure: no time, no randomness, no I/O. */
@NullMarked
package dev.foldline.wallet.domain;

import org.jspecify.annotations.NullMarked;
