@NullMarked
package dev.foldline.eventstore.archive;

import org.jspecify.annotations.NullMarked;
