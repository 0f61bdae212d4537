/** Tests for deciders: given what happened, when a command comes, then this is decided. */
@NullMarked
package dev.foldline.functions.testkit;

import org.jspecify.annotations.NullMarked;
