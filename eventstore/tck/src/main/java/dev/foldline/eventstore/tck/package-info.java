/**
 * What every log keeps, as tests. A store's module subclasses {@link dev.foldline.eventstore.tck.EventLogContract} and tells
 * it by a {@link dev.foldline.eventstore.tck.LogFixture} how to reach its server.
 */
@NullMarked
package dev.foldline.eventstore.tck;

import org.jspecify.annotations.NullMarked;
