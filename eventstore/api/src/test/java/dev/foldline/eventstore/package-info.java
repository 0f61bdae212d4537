@NullMarked
package dev.foldline.eventstore;

import org.jspecify.annotations.NullMarked;
