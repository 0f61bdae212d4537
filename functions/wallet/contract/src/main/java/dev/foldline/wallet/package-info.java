/** The wallet context as others see it: commands that it accepts, queries that it answers, events that it publishes, and their values. */
@NullMarked
package dev.foldline.wallet;

import org.jspecify.annotations.NullMarked;
