package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.seam.LogArchive;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The archive of a Quarkus application that has been told where one is. */
@Singleton
class ArchiveProducer {

    private static final String CACHE_BYTES = "67108864";

    @Produces
    @Singleton
    @DefaultBean
    LogArchive archive(
            @ConfigProperty(name = "foldline.archive.url") Optional<URI> url,
            @ConfigProperty(name = "foldline.archive.cache-bytes", defaultValue = CACHE_BYTES) long cacheBytes,
            Instance<StorageProvider> providers) {
        URI location = url.orElseThrow(() -> new IllegalStateException("foldline.archive.url is not set"));
        return new Archive(Archive.storage(location, providers), cacheBytes);
    }

    void close(@Disposes LogArchive archive) {
        if (archive instanceof Archive ours) {
            ours.close();
        }
    }
}
