package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import dev.foldline.eventstore.Partition;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of a server when collections are made, and what is done where it refuses that. */
class PartitionCollectionsTest {

    private static final Partition PARTITION = new Partition("wallet", 7);
    private static final String COMPRESSED = "block_compressor=zstd";
    private static final String CLUSTERED = "clusteredIndex";

    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final List<Runnable> closing = new ArrayList<>();

    @AfterEach
    void close() {
        closing.reversed().forEach(Runnable::run);
    }

    @Test
    void documents_are_clustered_by_position_and_they_and_the_index_of_command_ids_are_compressed() {
        open(text -> false);
        assertMade(true, true);
    }

    @Test
    void a_server_that_knows_no_clustered_collections_compresses() {
        open(text -> text.contains(CLUSTERED));
        assertMade(false, true);
    }

    @Test
    void a_server_that_does_not_know_the_compression_clusters() {
        open(text -> text.contains(COMPRESSED));
        assertMade(true, false);
    }

    @Test
    void a_server_that_knows_neither_has_the_collection_and_both_indexes_as_well() {
        open(text -> text.contains(COMPRESSED) || text.contains(CLUSTERED));
        assertMade(false, false);
    }

    private void assertMade(boolean clustered, boolean compressed) {
        List<String> made = List.copyOf(taken);
        assertThat(made).hasSize(3);
        assertThat(made.get(0).contains(CLUSTERED)).isEqualTo(clustered);
        assertThat(made.get(0).contains(COMPRESSED)).isEqualTo(compressed);
        assertThat(made.get(1)).contains("a_1_v_1").doesNotContain(COMPRESSED);
        assertThat(made.get(2)).contains("c_1");
        assertThat(made.get(2).contains(COMPRESSED)).isEqualTo(compressed);
    }

    private void open(Predicate<String> refused) {
        var server = new MongoServer(new Choosy(refused));
        closing.add(server::shutdownNow);
        MongoClient client = MongoClients.create("mongodb:/" + server.bind() + "/?directConnection=true");
        closing.add(client::close);
        var collection = new PartitionCollections(client.getDatabase("casino")).open(PARTITION);
        assertThat(collection.listIndexes(BsonDocument.class))
                .extracting(index -> index.getString("name").getValue())
                .containsExactlyInAnyOrder("_id_", "a_1_v_1", "c_1");
    }

    /** A server that refuses what it does not know, as MongoDB does. */
    private final class Choosy extends MemoryBackend {

        private final Predicate<String> refused;

        Choosy(Predicate<String> refused) {
            this.refused = refused;
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (!command.equals("create") && !command.equals("createIndexes")) {
                return super.handleCommand(channel, database, command, query);
            }
            String text = query.toString();
            if (refused.test(text)) {
                throw new MongoServerError(ErrorCode.BadValue, "unknown option");
            }
            taken.add(text);
            return super.handleCommand(channel, database, command, query);
        }
    }
}
