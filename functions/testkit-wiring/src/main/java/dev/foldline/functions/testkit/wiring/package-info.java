/**
 * Scenarios through real wiring: {@link dev.foldline.functions.testkit.wiring.RealWiring} on a test class of a function module has
 * each step that has passed in memory played in the function's application as well.
 */
@NullMarked
package dev.foldline.functions.testkit.wiring;

import org.jspecify.annotations.NullMarked;
