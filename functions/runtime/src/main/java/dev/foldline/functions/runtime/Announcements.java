package dev.foldline.functions.runtime;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.write.CommitSink;

/** Tells those who follow a source of its commits. Thread-safe. */
public interface Announcements {

    /** Announces what it is told, on the source's address. One per source, however often it is asked for. */
    CommitSink of(EventSource<?> source);
}
