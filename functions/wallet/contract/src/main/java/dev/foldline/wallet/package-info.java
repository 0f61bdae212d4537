/** The wallet context as others see it: the commands that it accepts, the queries that it answers, and their values. */
@NullMarked
package dev.foldline.wallet;

import org.jspecify.annotations.NullMarked;
