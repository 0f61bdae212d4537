package dev.foldline.eventstore.mongodb;

import com.mongodb.client.MongoClient;
import dev.foldline.eventstore.seam.LogArchive;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The event store of a Quarkus application and what is kept beside it, on its default MongoDB client. Nothing
 * is connected to before it is needed, so an application starts without its server.
 */
@Singleton
class EventStoreProducer {

    private static final Logger LOG = Logger.getLogger(EventStoreProducer.class);
    private static final String ARCHIVE = "foldline.archive.url";
    private static final String PREFIX = "foldline.mongodb.database-prefix";

    @Produces
    @Singleton
    @DefaultBean
    MongoOptions options(
            @ConfigProperty(name = PREFIX) Optional<String> databasePrefix,
            @ConfigProperty(name = Durability.WRITE_CONCERN, defaultValue = Durability.MAJORITY) String writeConcern,
            @ConfigProperty(name = Durability.JOURNAL, defaultValue = "true") String journal) {
        return MongoOptions.defaults()
                .withDatabasePrefix(databasePrefix.orElse(""))
                .withWriteConcern(Durability.of(writeConcern, journal));
    }

    /** Values that make no sense fail the start; those that can lose something are told. */
    void start(@Observes StartupEvent start, MongoOptions options) {
        Durability.risk(options.writeConcern()).ifPresent(LOG::warn);
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoEventStore eventStore(
            MongoClient client,
            ConnectionEpoch epoch,
            MongoOptions options,
            @ConfigProperty(name = ARCHIVE) Optional<String> archiveUrl,
            Instance<LogArchive> archive) {
        var store = new MongoEventStore(client, epoch, options);
        if (archiveUrl.isEmpty()) {
            return store;
        }
        if (archive.isUnsatisfied()) {
            throw new IllegalStateException(ARCHIVE + " is " + archiveUrl.get()
                    + ", but this function has no foldline-eventstore-archive: add it to its dependencies, or build it with"
                    + " -Darchive");
        }
        return store.withArchive(archive.get());
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoCheckpointStore checkpointStore(MongoClient client, MongoOptions options) {
        return new MongoCheckpointStore(client, options);
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoDeadlineStore deadlineStore(MongoClient client, MongoOptions options) {
        return new MongoDeadlineStore(client, options);
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoSnapshotStore snapshotStore(MongoClient client, MongoOptions options) {
        return new MongoSnapshotStore(client, options);
    }

    @Produces
    @Singleton
    ConnectionEpoch connectionEpoch() {
        return new ConnectionEpoch();
    }
}
