package dev.foldline.eventstore.mongodb;

import com.mongodb.client.MongoClient;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The event store of a Quarkus application and what is kept beside it, on its default MongoDB client. Nothing
 * is connected to before it is needed, so an application starts without its server.
 */
@Singleton
class EventStoreProducer {

    private static final String PREFIX = "foldline.mongodb.database-prefix";

    @Produces
    @Singleton
    @DefaultBean
    MongoEventStore eventStore(
            MongoClient client, ConnectionEpoch epoch, @ConfigProperty(name = PREFIX) Optional<String> databasePrefix) {
        return new MongoEventStore(client, epoch, options(databasePrefix));
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoCheckpointStore checkpointStore(
            MongoClient client, @ConfigProperty(name = PREFIX) Optional<String> databasePrefix) {
        return new MongoCheckpointStore(client, options(databasePrefix));
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoDeadlineStore deadlineStore(
            MongoClient client, @ConfigProperty(name = PREFIX) Optional<String> databasePrefix) {
        return new MongoDeadlineStore(client, options(databasePrefix));
    }

    @Produces
    @Singleton
    @DefaultBean
    MongoSnapshotStore snapshotStore(
            MongoClient client, @ConfigProperty(name = PREFIX) Optional<String> databasePrefix) {
        return new MongoSnapshotStore(client, options(databasePrefix));
    }

    @Produces
    @Singleton
    ConnectionEpoch connectionEpoch() {
        return new ConnectionEpoch();
    }

    private static MongoOptions options(Optional<String> databasePrefix) {
        return MongoOptions.defaults().withDatabasePrefix(databasePrefix.orElse(""));
    }
}
