/** The applications that the build makes, and how each is started: what the launcher, benchmarks and black-box tests share. */
@NullMarked
package dev.foldline.local.apps;

import org.jspecify.annotations.NullMarked;
