/**
 * Follows logs: brings whatever is made of commits forward, partition by partition or all of them as one, from announcements
 * and from the log itself. Knows neither what is made of them nor where it is kept.
 */
@NullMarked
package dev.foldline.functions.runtime.follow;

import org.jspecify.annotations.NullMarked;
