package dev.foldline.functions.deployment;

import dev.foldline.functions.runtime.publish.StreamCatalog.Stream;
import io.quarkus.builder.item.SimpleBuildItem;
import java.util.List;
import org.jboss.jandex.DotName;

/** The publishers of the application, and the streams of published events of all contracts at hand. */
final class FoundPublishers extends SimpleBuildItem {

    private final List<DotName> publishers;
    private final List<Stream> streams;
    private final List<DotName> events;

    FoundPublishers(List<DotName> publishers, List<Stream> streams, List<DotName> events) {
        this.publishers = List.copyOf(publishers);
        this.streams = List.copyOf(streams);
        this.events = List.copyOf(events);
    }

    List<DotName> publishers() {
        return publishers;
    }

    List<Stream> streams() {
        return streams;
    }

    /** The records of all streams. */
    List<DotName> events() {
        return events;
    }
}
