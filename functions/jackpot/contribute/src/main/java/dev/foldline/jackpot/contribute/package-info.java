/** The function behind {@code jackpot/contribute}. */
@NullMarked
package dev.foldline.jackpot.contribute;

import org.jspecify.annotations.NullMarked;
