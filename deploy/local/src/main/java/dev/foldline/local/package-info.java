/** The servers Foldline needs, on this machine: for development, for tests and for {@code ./foldline up}. */
@NullMarked
package dev.foldline.local;

import org.jspecify.annotations.NullMarked;
