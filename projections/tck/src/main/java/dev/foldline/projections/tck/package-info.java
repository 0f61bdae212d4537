/**
 * What every projection keeps, as a contract of tests: a test in the projection's module, with {@code @QuarkusTest} and
 * {@code @QuarkusTestResource(PostgresForProjections.class)}, extends
 * {@link dev.foldline.projections.tck.ProjectionContract}. The rows are in a real PostgreSQL, log and announcements in memory.
 */
@NullMarked
package dev.foldline.projections.tck;

import org.jspecify.annotations.NullMarked;
