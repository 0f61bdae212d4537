/** Measures the platform from outside, and checks that it has lost and doubled nothing while it was measured. */
@NullMarked
package dev.foldline.bench;

import org.jspecify.annotations.NullMarked;
