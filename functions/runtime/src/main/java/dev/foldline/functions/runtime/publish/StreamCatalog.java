package dev.foldline.functions.runtime.publish;

import java.util.List;

/**
 * The streams of published events in the contracts at hand, as the build found them.
 *
 * @param streams each once
 */
public record StreamCatalog(List<Stream> streams) {

    /**
     * A stream.
     *
     * @param context the bounded context that publishes it
     * @param name its name within the context
     */
    public record Stream(String context, String name) {}

    public StreamCatalog {
        streams = List.copyOf(streams);
    }
}
