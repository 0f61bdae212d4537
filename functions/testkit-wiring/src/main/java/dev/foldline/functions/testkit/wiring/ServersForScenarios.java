package dev.foldline.functions.testkit.wiring;

import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.GivenMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an application needs to play scenarios: a MongoDB. Public for Quarkus. */
public final class ServersForScenarios implements QuarkusTestResourceLifecycleManager {

    private @Nullable MongoServer mongo;

    @Override
    public Map<String, String> start() {
        MongoServer started = GivenMongo.given().orElseGet(EmbeddedMongo::new);
        mongo = started;
        return Map.of(
                "quarkus.mongodb.connection-string", started.connectionString().toString(),
                // A given server may hold the data of others.
                "foldline.mongodb.database-prefix", "scenarios-" + UUID.randomUUID() + "-",
                // Fewer collections to make.
                "foldline.log.partitions", "2",
                "quarkus.http.test-port", "0",
                // There is no broker: commands come by HTTP.
                "foldline.amqp.url", "amqp://127.0.0.1:1",
                "quarkus.log.category.\"de.bwaldvogel\".level", "WARN",
                "quarkus.log.category.\"dev.foldline.functions.runtime.amqp\".level", "ERROR");
    }

    @Override
    public void stop() {
        if (mongo != null) {
            mongo.close();
        }
    }
}
