package dev.foldline.eventstore.mongodb;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.tck.LogClient;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Databases of one test on a server that other tests use too. */
final class MongoLogFixture implements LogFixture {

    private final MongoServer server;
    private final MongoOptions options;
    private final Queue<MongoLogClient> clients = new ConcurrentLinkedQueue<>();

    MongoLogFixture(MongoServer server) {
        this(server, MongoOptions.defaults());
    }

    MongoLogFixture(MongoServer server, MongoOptions options) {
        this.server = server;
        String unique = UUID.randomUUID().toString().substring(0, 8);
        this.options = options.withDatabasePrefix("t" + unique + "-");
    }

    MongoOptions options() {
        return options;
    }

    @Override
    public MongoLogClient connect() {
        var client = new MongoLogClient(server.connectionString(), options);
        clients.add(client);
        return client;
    }

    @Override
    public void lose(LogDefinition definition, int partition, long first, long last) {
        String collection = PartitionCollections.nameOf(new Partition(definition.aggregateType(), partition));
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            client.getDatabase(options.databaseOf(definition.context()))
                    .getCollection(collection)
                    .withWriteConcern(WriteConcern.MAJORITY)
                    .deleteMany(Filters.and(Filters.gte("_id", first), Filters.lte("_id", last)));
        }
    }

    @Override
    public boolean canBeKilled() {
        return server.canBeKilled();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() {
        server.restart();
    }

    @Override
    public void close() {
        clients.forEach(LogClient::close);
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            for (String database : client.listDatabaseNames()) {
                if (database.startsWith(options.databasePrefix())) {
                    client.getDatabase(database).drop();
                }
            }
        }
    }
}
