/** The jackpot context as others see it: commands that it accepts, queries that it answers, events that it publishes, and their values. */
@NullMarked
package dev.foldline.jackpot;

import org.jspecify.annotations.NullMarked;
