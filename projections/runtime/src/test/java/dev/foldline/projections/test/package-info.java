/** A projection for tests, and the log and the announcements that it is fed by. */
@NullMarked
package dev.foldline.projections.test;

import org.jspecify.annotations.NullMarked;
