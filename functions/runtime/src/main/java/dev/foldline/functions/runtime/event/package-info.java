/** Commits as messages: their JSON, their CloudEvent, and who in this process hears of them. Knows no transport. */
@NullMarked
package dev.foldline.functions.runtime.event;

import org.jspecify.annotations.NullMarked;
