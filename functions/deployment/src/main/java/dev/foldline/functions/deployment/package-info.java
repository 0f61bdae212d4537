/** Finds functions at build time, checks that they fit together, and registers what native executables need. */
@NullMarked
package dev.foldline.functions.deployment;

import org.jspecify.annotations.NullMarked;
