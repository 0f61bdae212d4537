package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.seam.LogArchive;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An archive of logs. Thread-safe. Its storage is closed with it. */
public final class Archive implements LogArchive, AutoCloseable {

    private static final long CACHE_BYTES = 64L * 1024 * 1024;

    private final ArchiveStorage storage;
    private final BlockCache cache;

    public Archive(ArchiveStorage storage) {
        this(storage, CACHE_BYTES);
    }

    /** @param cacheBytes about how much memory may be used to keep what was read */
    public Archive(ArchiveStorage storage, long cacheBytes) {
        this.storage = storage;
        this.cache = new BlockCache(cacheBytes);
    }

    /**
     * The storage at a URL: {@code file:///var/archive}, or what one of the providers knows.
     *
     * @throws IllegalArgumentException nobody knows it
     */
    public static ArchiveStorage storage(URI location, Iterable<StorageProvider> providers) {
        if ("file".equals(location.getScheme())) {
            return new DirectoryStorage(Path.of(location));
        }
        for (StorageProvider provider : providers) {
            if (provider.supports(location)) {
                return provider.open(location);
            }
        }
        throw new IllegalArgumentException("an archive is at file:///directory or, in a function that has"
                + " foldline-eventstore-archive-s3, at s3://bucket/prefix, not at " + location);
    }

    @Override
    public EventLog join(LogDefinition definition, ArchivableLog log) {
        return new ArchivedEventLog(log, partitions(definition.context(), log.descriptor()));
    }

    List<PartitionArchive> partitions(String context, LogDescriptor log) {
        return log.allPartitions().stream()
                .map(partition -> new Place(log.id(), context, partition))
                .map(place -> new PartitionArchive(place, storage, cache))
                .toList();
    }

    ArchiveStorage storage() {
        return storage;
    }

    @Override
    public void close() {
        storage.close();
    }

    @Override
    public String toString() {
        return storage.toString();
    }
}
