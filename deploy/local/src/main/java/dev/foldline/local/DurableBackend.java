package dev.foldline.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;

/**
 * A store whose answer to a write means that the write is on disk.
 *
 * <p>The file holds whole commands only: nothing is committed while a command is half done. Commands that end together
 * share one commit.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "hello",
            "ismaster",
            "ping",
            "endsessions",
            "buildinfo");

    private final ReadWriteLock commands = new ReentrantReadWriteLock();

    DurableBackend(Path file) {
        super(open(file));
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        // Every commit is synchronised, so what a commit has replaced needs no grace period before its space is reused.
        store.setRetentionTime(0);
        return store;
    }

    /** Called from the constructor of the superclass, for the databases that are in the file. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("listDatabases")) {
            return databases();
        }
        if (READS.contains(command.toLowerCase(Locale.ROOT))) {
            return handleInOneVersion(channel, database, command, query);
        }
        commands.readLock().lock();
        try {
            return handleInOneVersion(channel, database, command, query);
        } finally {
            commands.readLock().unlock();
            flush();
        }
    }

    /** The superclass would open each of them once more, and read all their documents. */
    private Document databases() {
        List<Document> all = listDatabaseNames().stream()
                .sorted()
                .map(this::resolveDatabase)
                .map(database -> new Document("name", database.getDatabaseName()).append("empty", database.isEmpty()))
                .toList();
        return new Document("databases", all).append("ok", 1.0);
    }

    /** Keeps what the command reads from being overwritten by the commits of others. */
    private Document handleInOneVersion(Channel channel, String database, String command, Document query) {
        TxCounter version = getMvStore().registerVersionUsage();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            getMvStore().deregisterVersionUsage(version);
        }
    }

    private void flush() {
        commands.writeLock().lock();
        try {
            if (getMvStore().hasUnsavedChanges()) {
                commit();
            }
        } finally {
            commands.writeLock().unlock();
        }
    }

    @Override
    public void commit() {
        getMvStore().commit();
        getMvStore().sync();
    }
}
