/** The function that publishes what happens to jackpots. */
@NullMarked
package dev.foldline.jackpot.jackpotpublisher;

import org.jspecify.annotations.NullMarked;
