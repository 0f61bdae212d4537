/** What may happen to a jackpot. Pure: no time, no randomness, no I/O. */
@NullMarked
package dev.foldline.jackpot.domain;

import org.jspecify.annotations.NullMarked;
