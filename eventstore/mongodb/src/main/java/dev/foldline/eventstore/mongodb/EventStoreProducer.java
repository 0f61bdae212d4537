package dev.foldline.eventstore.mongodb;

import com.mongodb.client.MongoClient;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The event store of a Quarkus application, on its default MongoDB client. Nothing is connected to before the first log is
 * opened, so an application starts without its server.
 */
@Singleton
class EventStoreProducer {

    @Produces
    @Singleton
    @DefaultBean
    MongoEventStore eventStore(
            MongoClient client,
            ConnectionEpoch epoch,
            @ConfigProperty(name = "foldline.mongodb.database-prefix") Optional<String> databasePrefix) {
        return new MongoEventStore(
                client, epoch, MongoOptions.defaults().withDatabasePrefix(databasePrefix.orElse("")));
    }

    @Produces
    @Singleton
    ConnectionEpoch connectionEpoch() {
        return new ConnectionEpoch();
    }
}
