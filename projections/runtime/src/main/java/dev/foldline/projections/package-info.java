/**
 * Folds events into rows. Rows and checkpoint change in one transaction with the checkpoint as the guard, so a duplicate is
 * dropped, a gap is read from the log, and two instances never both apply.
 */
@NullMarked
package dev.foldline.projections;

import org.jspecify.annotations.NullMarked;
