/** Events to bytes and back: an explicit table of aliases and a codec for the payload. Class names are never stored. */
@NullMarked
package dev.foldline.eventstore.codec;

import org.jspecify.annotations.NullMarked;
