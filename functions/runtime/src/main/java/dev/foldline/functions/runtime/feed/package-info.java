/** Reads the commits of event sources, wherever they are. */
@NullMarked
package dev.foldline.functions.runtime.feed;

import org.jspecify.annotations.NullMarked;
