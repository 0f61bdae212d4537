/**
 * The AMQP 1.0 trigger: commands in and replies out, commits announced and heard of. For speed only: nothing here is needed
 * for correctness, which rests on the log.
 */
@NullMarked
package dev.foldline.functions.runtime.amqp;

import org.jspecify.annotations.NullMarked;
