package dev.foldline.functions.runtime.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Asks handlers in other processes. Thread-safe; never blocks. */
public interface Remote {

    /**
     * Sends a command to whichever process handles it.
     *
     * @param group messages of one group go to one instance while it lives; null for no matter which
     * @return the handler's reply as it is; completes exceptionally with a {@link dev.foldline.functions.FaultException}
     */
    CompletionStage<Reply> command(
            String context,
            String name,
            byte[] body,
            Map<String, String> properties,
            @Nullable String group,
            Duration patience);

    /** Asks a query of one of its handler's instances. Returns as {@link #command} does. */
    CompletionStage<Reply> query(
            String context, String name, byte[] body, Map<String, String> properties, Duration patience);

    /**
     * Reads the feed of published events of one of the instances of its publisher. Returns as {@link #command} does.
     *
     * @param body what is to be read, as JSON
     */
    CompletionStage<Reply> feed(String context, String stream, byte[] body, Duration patience);

    /**
     * Asks several responders of a query at once.
     *
     * @return by responder, what {@link #query} returns
     */
    Map<String, CompletionStage<Reply>> gather(
            String context,
            String name,
            List<String> responders,
            byte[] body,
            Map<String, String> properties,
            Duration patience);
}
