/**
 * Spans of what a message goes through, by OpenTelemetry's API alone: an application that is built without an OpenTelemetry
 * SDK, or runs with tracing off, passes trace context on and makes none of its own.
 */
@NullMarked
package dev.foldline.functions.runtime.trace;

import org.jspecify.annotations.NullMarked;
