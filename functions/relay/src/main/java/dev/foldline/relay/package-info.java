/** The relay: announces what was appended and not announced. */
@NullMarked
package dev.foldline.relay;

import org.jspecify.annotations.NullMarked;
