@NullMarked
package dev.foldline.jackpot;

import org.jspecify.annotations.NullMarked;
