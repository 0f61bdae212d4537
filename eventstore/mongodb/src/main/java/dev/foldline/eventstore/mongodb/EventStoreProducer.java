package dev.foldline.eventstore.mongodb;

import com.mongodb.client.MongoClient;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
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
    private static final String PREFIX = "foldline.mongodb.database-prefix";

    @Produces
    @Singleton
    @DefaultBean
    MongoOptions options(
            @ConfigProperty(name = PREFIX) Optional<String> databasePrefix,
            @ConfigProperty(name = Durability.WRITE_CONCERN, defaultValue = Durability.MAJORITY) String writeConcern,
            @ConfigProperty(name = Durability.JOURNAL, defaultValue = "true") String journal) {
        return new MongoOptions(databasePrefix.orElse(""), Durability.of(writeConcern, journal));
    }

    /** Values that make no sense fail the start; those that can lose something are told. */
    void start(@Observes StartupEvent start, MongoOptions options) {
        Durability.risk(options.writeConcern()).ifPresent(LOG::warn);
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoEventStore eventStore(MongoClient client, ConnectionEpoch epoch, MongoOptions options) {
        return new MongoEventStore(client, epoch, options);
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
