/** The function behind {@code jackpot/open-jackpot}. */
@NullMarked
package dev.foldline.jackpot.openjackpot;

import org.jspecify.annotations.NullMarked;
