/** What is asked about a player, and answered by several contexts together. */
@NullMarked
package dev.foldline.player;

import org.jspecify.annotations.NullMarked;
