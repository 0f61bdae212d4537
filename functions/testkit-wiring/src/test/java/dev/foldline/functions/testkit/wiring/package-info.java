@NullMarked
package dev.foldline.functions.testkit.wiring;

import org.jspecify.annotations.NullMarked;
