package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.CommitReader;
import dev.foldline.functions.EventSource;

/** Where the commits of an event source are read, wherever they are. Thread-safe. */
public interface Feeds {

    /**
     * The source's commits, from the start. May block; asked for again and again, so an answer is kept.
     *
     * @throws dev.foldline.eventstore.StoreUnavailableException they cannot be reached; try again later
     */
    CommitReader feed(EventSource<?> source);
}
