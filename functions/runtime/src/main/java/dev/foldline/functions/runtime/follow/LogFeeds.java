package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.CommitReader;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.runtime.Logs;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Reads stored events from their log. */
@Singleton
@DefaultBean
final class LogFeeds implements Feeds {

    private final Logs logs;

    LogFeeds(Logs logs) {
        this.logs = logs;
    }

    @Override
    public CommitReader feed(EventSource<?> source) {
        if (source.published()) {
            throw new UnsupportedOperationException("published events cannot be followed yet: " + source.name());
        }
        return logs.log(source.context(), source.name());
    }
}
