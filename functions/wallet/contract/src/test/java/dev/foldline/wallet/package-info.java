@NullMarked
package dev.foldline.wallet;

import org.jspecify.annotations.NullMarked;
