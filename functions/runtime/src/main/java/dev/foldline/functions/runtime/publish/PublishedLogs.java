package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.EventLog;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.runtime.Logs;
import dev.foldline.functions.runtime.event.SourceName;
import jakarta.inject.Singleton;

/** The logs of published events. Each has the partitions of the log that it is translated from. Thread-safe. */
@Singleton
final class PublishedLogs {

    private final Logs logs;

    PublishedLogs(Logs logs) {
        this.logs = logs;
    }

    /** The log that the publisher translates. Blocks while it is being opened. Throws as {@link Logs#log} does. */
    EventLog stored(Publisher<?, ?> publisher) {
        EventSource<?> source = publisher.source();
        return logs.log(source.context(), source.name());
    }

    /** The log that the publisher writes. Blocks while it is being opened. Throws as {@link Logs#log} does. */
    EventLog published(Publisher<?, ?> publisher) {
        SourceName stream = SourceName.of(publisher.stream());
        return logs.log(
                stream.context(),
                stream.logType(),
                stored(publisher).descriptor().partitions());
    }
}
