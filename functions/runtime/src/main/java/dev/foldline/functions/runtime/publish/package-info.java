/**
 * Runs publishers: keeps published events in a log of their own, each stored commit translated exactly once, and serves that
 * log to other contexts.
 */
@NullMarked
package dev.foldline.functions.runtime.publish;

import org.jspecify.annotations.NullMarked;
