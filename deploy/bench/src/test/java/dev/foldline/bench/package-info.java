@NullMarked
package dev.foldline.bench;

import org.jspecify.annotations.NullMarked;
