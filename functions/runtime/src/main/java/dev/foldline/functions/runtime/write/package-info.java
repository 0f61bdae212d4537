/**
 * Writes: one loop per partition takes the commands that are waiting, decides them against cached state and appends what
 * they did in one insert (group commit).
 */
@NullMarked
package dev.foldline.functions.runtime.write;

import org.jspecify.annotations.NullMarked;
