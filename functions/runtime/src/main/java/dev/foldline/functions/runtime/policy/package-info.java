/** Runs policies: turns events into commands, each event's once, and sends commands when their time has come. */
@NullMarked
package dev.foldline.functions.runtime.policy;

import org.jspecify.annotations.NullMarked;
