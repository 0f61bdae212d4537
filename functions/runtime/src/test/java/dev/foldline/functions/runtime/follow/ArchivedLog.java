package dev.foldline.functions.runtime.follow;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A log of notes whose older commits can leave for an archive, and come back. */
public final class ArchivedLog implements AutoCloseable {

    private static final LogDefinition NOTES = new LogDefinition("desk", "note", 2);
    private static final ArchiveOptions ALL_BUT_TWO =
            ArchiveOptions.defaults().withKeep(2).withSegmentCommits(5);

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final ConnectionEpoch epoch = new ConnectionEpoch();
    private final MongoClient client = MongoClients.create(
            epoch.watch(MongoClientSettings.builder().applyConnectionString(server.connectionString()))
                    .build());
    private final MongoEventStore store =
            new MongoEventStore(client, epoch, MongoOptions.defaults().withSealNotice(Duration.ZERO));
    private final ArchivableLog log = store.openArchivable(NOTES);
    private final Path directory;

    public ArchivedLog(Path directory) {
        this.directory = directory;
    }

    /** Nothing of it is in memory yet. */
    private Archive archive() {
        return new Archive(Archive.storage(directory.toUri(), List.of()));
    }

    /** As a process sees it that was not told where the archive is. */
    public EventLog withoutArchive() {
        return store.open(NOTES);
    }

    /** As a process sees it that was. */
    public EventLog withArchive() {
        return store.withArchive(archive()).open(NOTES);
    }

    public void move() {
        new Archiver(NOTES.context(), log, archive(), ArchiveProgress.NONE).run(ALL_BUT_TWO, Instant.now());
    }

    public void restore() {
        new Restorer(NOTES.context(), log, archive(), ArchiveProgress.NONE).restore();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
