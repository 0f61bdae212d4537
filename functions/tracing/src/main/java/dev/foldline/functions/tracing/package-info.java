/** Turns OpenTelemetry on where it is told to send spans to, and leaves it off elsewhere. */
@NullMarked
package dev.foldline.functions.tracing;

import org.jspecify.annotations.NullMarked;
