package dev.foldline.bench;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells sizes on disk, and knows what the storage engine is told of a collection: the compressed ones take half the room. */
final class TellingBackend extends MemoryBackend {

    private static final String ENGINE = "storageEngine";
    private static final long PLAIN_BYTES = 1_000_000;

    final Map<String, Document> engines = new ConcurrentHashMap<>();

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return switch (command) {
            case "fsync" -> new Document("ok", 1.0);
            case "create" -> create(channel, database, query);
            case "collStats" ->
                new Document("wiredTiger", new Document())
                        .append("storageSize", bytes(database + "." + query.get("collStats")))
                        .append("totalIndexSize", 0)
                        .append("ok", 1.0);
            case "listCollections" -> told(database, super.handleCommand(channel, database, command, query));
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private Document create(Channel channel, String database, Document query) {
        if (query.get(ENGINE) instanceof Document engine) {
            engines.put(database + "." + query.get("create"), engine);
        }
        Document known = query.clone();
        known.remove(ENGINE);
        return super.handleCommand(channel, database, "create", known);
    }

    private long bytes(String collection) {
        return engines.containsKey(collection) ? PLAIN_BYTES / 2 : PLAIN_BYTES;
    }

    private Document told(String database, Document answer) {
        if (answer.get("cursor") instanceof Document cursor && cursor.get("firstBatch") instanceof List<?> batch) {
            for (Object found : batch) {
                if (found instanceof Document collection
                        && engines.containsKey(database + "." + collection.get("name"))) {
                    collection.put(
                            "options", new Document(ENGINE, engines.get(database + "." + collection.get("name"))));
                }
            }
        }
        return answer;
    }
}
