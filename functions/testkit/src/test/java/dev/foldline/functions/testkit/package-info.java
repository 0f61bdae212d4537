@NullMarked
package dev.foldline.functions.testkit;

import org.jspecify.annotations.NullMarked;
