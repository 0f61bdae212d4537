package dev.foldline.functions.runtime.event;

import dev.foldline.functions.EventSource;

/**
 * Names an event source in the whole platform.
 *
 * @param context the bounded context that owns the events
 * @param name the aggregate type, or the published stream
 * @param published whether these are published events
 */
public record SourceName(String context, String name, boolean published) {

    private static final String PUBLISHED = "published-";

    /** The name of a source. */
    public static SourceName of(EventSource<?> source) {
        return new SourceName(source.context(), source.name(), source.published());
    }

    /** The name of the source whose events a log has. */
    public static SourceName ofLog(String context, String logType) {
        boolean published = logType.startsWith(PUBLISHED);
        return new SourceName(context, published ? logType.substring(PUBLISHED.length()) : logType, published);
    }

    /** The aggregate type of the log that has the events. */
    public String logType() {
        return published ? PUBLISHED + name : name;
    }

    /** The {@code source} of its CloudEvents: {@code /wallet/wallet}, or {@code /wallet/published/wallet}. */
    public String uri() {
        return "/" + context + (published ? "/published/" : "/") + name;
    }
}
