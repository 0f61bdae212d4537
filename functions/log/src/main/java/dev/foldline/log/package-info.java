/** The logs' owner: commits for the command functions of every context, in groups. */
@NullMarked
package dev.foldline.log;

import org.jspecify.annotations.NullMarked;
