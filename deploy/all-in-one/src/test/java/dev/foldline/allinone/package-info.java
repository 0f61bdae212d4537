/** What holds for all modules together. */
@NullMarked
package dev.foldline.allinone;

import org.jspecify.annotations.NullMarked;
