package dev.foldline.eventstore.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;

/**
 * Where logs are.
 *
 * @param client stays its owner's to close
 * @param epoch is registered with the client's settings
 */
public record LogPlace(MongoClient client, ConnectionEpoch epoch, MongoOptions options) {

    MongoEventStore store() {
        return new MongoEventStore(client, epoch, options);
    }

    MongoCheckpointStore checkpoints() {
        return new MongoCheckpointStore(client, options);
    }

    MongoDatabase database(String context) {
        return options.database(client, context);
    }

    MongoCollection<BsonDocument> collection(String context, String name) {
        return database(context).getCollection(name, BsonDocument.class);
    }
}
