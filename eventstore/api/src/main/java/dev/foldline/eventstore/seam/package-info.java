/** Where a log's store ends and its archive begins. */
@NullMarked
package dev.foldline.eventstore.seam;

import org.jspecify.annotations.NullMarked;
