package dev.foldline.functions.testkit.wiring;

import com.mongodb.client.MongoClient;
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
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Moves what the application has written to an archive, as somebody else does beside it. */
@Singleton
public class ParrotArchive {

    static final LogDefinition PARROTS = new LogDefinition("test", "parrot", 2);

    private final ArchivableLog log;

    ParrotArchive(MongoClient client, ConnectionEpoch epoch, MongoOptions options) {
        log = new MongoEventStore(client, epoch, options).openArchivable(PARROTS);
    }

    /** All but the last commit of each partition. */
    void moveTo(URI directory) {
        new Archiver("test", log, new Archive(Archive.storage(directory, List.of())), ArchiveProgress.NONE)
                .run(ArchiveOptions.defaults().withKeep(0), Instant.now());
    }

    /** Everything. */
    void bringBackFrom(URI directory) {
        new Restorer("test", log, new Archive(Archive.storage(directory, List.of())), ArchiveProgress.NONE).restore();
    }

    int remaining(String parrot) {
        return log.loadRemaining(parrot, 0, Long.MAX_VALUE).size();
    }
}
