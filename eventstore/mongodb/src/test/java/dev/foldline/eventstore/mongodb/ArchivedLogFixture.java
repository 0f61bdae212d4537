package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.tck.LogClient;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Logs whose older half leaves for an archive as they grow, while those who use them look on. */
final class ArchivedLogFixture implements LogFixture {

    private final MongoLogFixture store;
    private final Archive archive;
    private final MongoEventStore direct;
    private final Map<LogDefinition, ArchivableLog> logs = new ConcurrentHashMap<>();

    ArchivedLogFixture(MongoServer server, Path directory) {
        store = new MongoLogFixture(server, MongoOptions.defaults().withSealNotice(Duration.ZERO));
        archive = new Archive(Archive.storage(directory.toUri(), List.of()));
        direct = store.connect().store();
    }

    @Override
    public LogClient connect() {
        return store.connect().with(this::growing);
    }

    private EventLog growing(LogDefinition definition, ArchivableLog log) {
        return new GrowingLog(archive.join(definition, log), head -> moveHalf(definition, head));
    }

    private void moveHalf(LogDefinition definition, long head) {
        archiver(definition)
                .run(ArchiveOptions.defaults().withKeep((head + 1) / 2).withSegmentCommits(40), Instant.now());
    }

    private Archiver archiver(LogDefinition definition) {
        return new Archiver(definition.context(), log(definition), archive, ArchiveProgress.NONE);
    }

    private ArchivableLog log(LogDefinition definition) {
        return logs.computeIfAbsent(definition, direct::openArchivable);
    }

    /** What is lost must not be in the archive, or it would not be lost. */
    @Override
    public void lose(LogDefinition definition, int partition, long first, long last) {
        new Restorer(definition.context(), log(definition), archive, ArchiveProgress.NONE).restore();
        store.lose(definition, partition, first, last);
        // What has seen the log whole would rightly complain.
        logs.clear();
    }

    @Override
    public boolean canBeKilled() {
        return store.canBeKilled();
    }

    @Override
    public void kill() {
        store.kill();
    }

    @Override
    public void restart() {
        store.restart();
    }

    @Override
    public void close() {
        store.close();
        archive.close();
    }
}
