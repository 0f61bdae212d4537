@NullMarked
package dev.foldline.jackpot.domain;

import org.jspecify.annotations.NullMarked;
