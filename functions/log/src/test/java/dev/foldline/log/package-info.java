@NullMarked
package dev.foldline.log;

import org.jspecify.annotations.NullMarked;
