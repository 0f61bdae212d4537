package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.EventLog;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.runtime.ActiveHandlers;
import dev.foldline.functions.runtime.event.SourceName;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** The streams of published events that the contracts at hand have, and those that are published here. Immutable. */
@Singleton
public final class PublishedStreams {

    private final Map<String, Publisher<?, ?>> here = new TreeMap<>();
    private final StreamCatalog catalog;
    private final PublishedLogs logs;

    @Inject
    PublishedStreams(
            StreamCatalog catalog,
            PublishedLogs logs,
            ActiveHandlers active,
            @Any Instance<Publisher<?, ?>> publishers) {
        this(catalog, logs, active.of(publishers).toList());
    }

    PublishedStreams(StreamCatalog catalog, PublishedLogs logs, List<? extends Publisher<?, ?>> publishers) {
        this.catalog = catalog;
        this.logs = logs;
        for (Publisher<?, ?> publisher : publishers) {
            require(publisher);
            if (here.put(SourceName.of(publisher.stream()).uri(), publisher) != null) {
                throw new IllegalStateException("two publishers publish " + publisher.stream());
            }
        }
    }

    Collection<Publisher<?, ?>> publishers() {
        return here.values();
    }

    /** The streams that are published here. */
    public List<SourceName> here() {
        return here.values().stream()
                .map(publisher -> SourceName.of(publisher.stream()))
                .toList();
    }

    /** Whether the stream's publisher runs in this process. */
    public boolean isPublishedHere(SourceName stream) {
        return here.containsKey(stream.uri());
    }

    /**
     * The log of a stream that is published here. Blocks while it is being opened.
     *
     * @throws NoSuchElementException it is not published here
     * @throws dev.foldline.eventstore.StoreUnavailableException the store cannot be reached; try again later
     */
    public EventLog log(SourceName stream) {
        Publisher<?, ?> publisher = here.get(stream.uri());
        if (publisher == null) {
            throw new NoSuchElementException(stream.uri() + " is not published here");
        }
        return logs.published(publisher);
    }

    /** The streams of the contracts at hand that are published somewhere else. */
    public List<SourceName> elsewhere() {
        return catalog.streams().stream()
                .map(stream -> new SourceName(stream.context(), stream.name(), true))
                .filter(stream -> !isPublishedHere(stream))
                .toList();
    }

    private void require(Publisher<?, ?> publisher) {
        EventSource<?> from = publisher.source();
        EventSource<?> to = publisher.stream();
        if (from.published() || !to.published() || !from.context().equals(to.context())) {
            throw new IllegalStateException(publisher.getClass().getName()
                    + " must translate stored events of a context to published events of the same context");
        }
        if (!catalog.streams().contains(new StreamCatalog.Stream(to.context(), to.name()))) {
            throw new IllegalStateException(publisher.getClass().getName() + " publishes " + to.context() + "/"
                    + to.name() + ", which is not the @PublishedStream of its events");
        }
    }
}
