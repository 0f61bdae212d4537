@NullMarked
package dev.foldline.functions.contracts;

import org.jspecify.annotations.NullMarked;
