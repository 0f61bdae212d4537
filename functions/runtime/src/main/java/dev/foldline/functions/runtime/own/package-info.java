/**
 * Appending by way of a partition's owner: one process that commits for all writers of a partition, in groups. Knows no
 * transport. Correctness does not rest on it: whoever gets no answer appends to the log.
 */
@NullMarked
package dev.foldline.functions.runtime.own;

import org.jspecify.annotations.NullMarked;
