package dev.foldline.functions.runtime.trace;

import io.opentelemetry.api.trace.SpanKind;

/**
 * One stage of a message's way: what a span tells of.
 *
 * @param name the span's name, e.g. {@code send wallet.command.place-bet}
 * @param kind the side of a conversation that it is
 */
public record Hop(String name, SpanKind kind) {

    /** A message is sent, and its reply waited for if there will be one. */
    public static Hop send(String address) {
        return new Hop("send " + address, SpanKind.PRODUCER);
    }

    /** A message is taken care of. */
    public static Hop process(String address) {
        return new Hop("process " + address, SpanKind.CONSUMER);
    }

    /** Something is done in this process. */
    public static Hop here(String name) {
        return new Hop(name, SpanKind.INTERNAL);
    }
}
