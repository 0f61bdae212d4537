/** The old parts of logs, in immutable files. */
@NullMarked
package dev.foldline.eventstore.archive;

import org.jspecify.annotations.NullMarked;
