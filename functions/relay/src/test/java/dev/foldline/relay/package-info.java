@NullMarked
package dev.foldline.relay;

import org.jspecify.annotations.NullMarked;
