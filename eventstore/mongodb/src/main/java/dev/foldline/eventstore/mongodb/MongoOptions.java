package dev.foldline.eventstore.mongodb;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;

/**
 * Where the logs are and when a write counts.
 *
 * @param databasePrefix put before the context's name to make the database's name; may be empty
 * @param writeConcern what acknowledges an append; anything weaker than a journaled majority can lose what was
 *     acknowledged, and readers never see what no majority has
 * @param sealNotice how old a process's knowledge may be of what has left for the archive, see
 *     {@link dev.foldline.eventstore.seam.ArchivableLog#notice()}; the same in all processes
 */
public record MongoOptions(String databasePrefix, WriteConcern writeConcern, Duration sealNotice) {

    private static final int MAX_DATABASE_NAME = 63;
    private static final Duration SEAL_NOTICE = Duration.ofSeconds(10);

    /** No prefix, and a journaled majority. */
    public static MongoOptions defaults() {
        return new MongoOptions("", WriteConcern.MAJORITY.withJournal(true), SEAL_NOTICE);
    }

    public MongoOptions withDatabasePrefix(String prefix) {
        return new MongoOptions(prefix, writeConcern, sealNotice);
    }

    public MongoOptions withWriteConcern(WriteConcern concern) {
        return new MongoOptions(databasePrefix, concern, sealNotice);
    }

    public MongoOptions withSealNotice(Duration notice) {
        return new MongoOptions(databasePrefix, writeConcern, notice);
    }

    /** The context's database, read and written at majority. */
    MongoDatabase database(MongoClient client, String context) {
        return client.getDatabase(databaseOf(context))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(writeConcern);
    }

    String databaseOf(String context) {
        String name = databasePrefix + context;
        if (name.length() > MAX_DATABASE_NAME) {
            throw new IllegalArgumentException(
                    "a MongoDB database's name has at most " + MAX_DATABASE_NAME + " characters, not '" + name + "'");
        }
        return name;
    }
}
