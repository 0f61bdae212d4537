@NullMarked
package dev.foldline.eventstore.codec;

import org.jspecify.annotations.NullMarked;
