package dev.foldline.functions.runtime.event;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Projection;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.runtime.ActiveHandlers;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources that handlers of this process follow, or will follow once they have started. Immutable. */
@Singleton
public final class FollowedSources {

    private final Set<String> uris;

    FollowedSources(
            ActiveHandlers active,
            @Any Instance<Projection<?, ?>> projections,
            @Any Instance<Policy<?>> policies,
            @Any Instance<Publisher<?, ?>> publishers) {
        Stream<EventSource<?>> sources = Stream.of(
                        active.of(projections).<EventSource<?>>map(Projection::source),
                        active.of(policies).<EventSource<?>>map(Policy::source),
                        active.of(publishers).<EventSource<?>>map(Publisher::source))
                .flatMap(some -> some);
        uris = sources.map(source -> SourceName.of(source).uri()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the source of this URI is followed. */
    public boolean areFollowed(String uri) {
        return uris.contains(uri);
    }
}
