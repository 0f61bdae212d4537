/** Tests. */
@NullMarked
package dev.foldline.functions.tracing;

import org.jspecify.annotations.NullMarked;
