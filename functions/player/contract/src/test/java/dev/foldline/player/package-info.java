@NullMarked
package dev.foldline.player;

import org.jspecify.annotations.NullMarked;
