/**
 * The log: commits of events, appended with a checked sequence and read back in commit order.
 *
 * <p>This package says what a log promises and knows no database. {@code eventstore/mongodb} keeps the promise,
 * {@code eventstore/tck} checks it.
 */
@NullMarked
package dev.foldline.eventstore;

import org.jspecify.annotations.NullMarked;
