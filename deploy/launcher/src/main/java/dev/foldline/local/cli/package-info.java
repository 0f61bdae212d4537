/** The commands of {@code ./foldline} that run things on this machine: up, down, status, logs. */
@NullMarked
package dev.foldline.local.cli;

import org.jspecify.annotations.NullMarked;
