package dev.foldline.functions;

/**
 * The names of what travels with a message and is stored with the commit that comes of it. Each is text of at most 255
 * characters; what is absent is not stored.
 */
public final class Metadata {

    /** Names the whole business transaction: the same for everything that came of one request. */
    public static final String CORRELATION = "correlation";

    /** Names what brought the message about: the id of a command, or an event as {@code wallet/7@4211}. */
    public static final String CAUSATION = "causation";

    /** Who is behind it, as an identifier, never a name. */
    public static final String ACTOR = "actor";

    /** The trace that the message is part of: {@code traceparent} of W3C Trace Context. */
    public static final String TRACE_PARENT = "traceparent";

    /** What tracing systems add to it: {@code tracestate} of W3C Trace Context. */
    public static final String TRACE_STATE = "tracestate";

    private Metadata() {}
}
