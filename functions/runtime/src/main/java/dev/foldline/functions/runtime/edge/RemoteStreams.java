package dev.foldline.functions.runtime.edge;

import java.time.Duration;
import java.util.concurrent.Flow;

/** Subscribes to queries of handlers in other processes. Thread-safe; never blocks. */
public interface RemoteStreams {

    /**
     * Subscribes to a query at whichever process handles it, and again when that has gone.
     *
     * @param token how far the first answer must be at least, as text; blank for as far as it happens to be
     * @param patience how long to wait for the first answer
     * @return replies of status 200, each with its token as {@link Reply#CONSISTENCY_TOKEN}, and at last a problem; ends with a
     *     {@link dev.foldline.functions.FaultException} when this process cannot go on
     */
    Flow.Publisher<Reply> subscribe(String context, String name, byte[] body, String token, Duration patience);
}
