package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String url = server.bindAndGetConnectionString();
    private final MongoClient client = MongoClients.create(url);
    private final SentCommands commands = new SentCommands();

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void a_log_with_what_was_accepted_is_sound() {
        append(0, 1, "a", 0, accepted());
        append(0, 2, "b", 0, accepted());
        append(0, 3, "a", 1, accepted());
        append(1, 1, "c", 0, accepted());

        LogCheck check = LogCheck.of(url, "", commands, LogCheck.Others.NONE);

        assertThat(check.faults()).isEmpty();
        assertThat(check.isSound()).isTrue();
        assertThat(check.commits()).isEqualTo(4);
        assertThat(check.accepted()).isEqualTo(4);
        assertThat(check.unanswered()).isZero();
    }

    @Test
    void a_command_whose_answer_was_lost_may_be_there() {
        append(0, 1, "a", 0, sent(Sender.NO_ANSWER));
        sent(Sender.NO_ANSWER);

        LogCheck check = LogCheck.of(url, "", commands, LogCheck.Others.NONE);

        assertThat(check.isSound()).isTrue();
        assertThat(check.unanswered()).isEqualTo(1);
    }

    @Test
    void tells_what_was_lost() {
        accepted();
        assertFault("is not in the log");
    }

    @Test
    void tells_what_nobody_has_sent() {
        append(0, 1, "a", 0, UUID.randomUUID());
        assertFault("nobody has sent it");
    }

    @Test
    void others_may_have_written_when_it_is_said_so() {
        append(0, 1, "a", 0, UUID.randomUUID());
        append(0, 2, "b", 0, accepted());

        LogCheck check = LogCheck.of(url, "", commands, LogCheck.Others.MAY_WRITE);

        assertThat(check.isSound()).isTrue();
        assertThat(check.unanswered()).isZero();
    }

    @Test
    void a_log_that_was_not_looked_at_is_not_sound() {
        assertThat(LogCheck.none(commands).isSound()).isFalse();
    }

    @Test
    void tells_what_is_there_twice() {
        UUID twice = accepted();
        append(0, 1, "a", 0, twice);
        append(1, 1, "b", 0, twice);
        assertFault("is in the log twice");
    }

    @Test
    void tells_a_gap_between_positions() {
        append(0, 1, "a", 0, accepted());
        append(0, 3, "b", 0, accepted());
        assertFault("after position 1 comes 3");
    }

    @Test
    void tells_a_gap_between_versions() {
        append(0, 1, "a", 0, accepted());
        append(0, 2, "a", 2, accepted());
        assertFault("version is not the next");
    }

    private void assertFault(String sentence) {
        LogCheck check = LogCheck.of(url, "", commands, LogCheck.Others.NONE);
        assertThat(check.isSound()).isFalse();
        assertThat(check.faults()).singleElement().asString().contains(sentence);
    }

    private UUID accepted() {
        return sent(Sender.ACCEPTED);
    }

    private UUID sent(int status) {
        BenchCommand command = BenchCommand.deposit("w-1");
        commands.sending(command, ignored -> {}).accept(status);
        return command.id();
    }

    private void append(int partition, long position, String aggregate, long version, UUID command) {
        MongoCollection<Document> collection =
                client.getDatabase("wallet").getCollection("wallet_events_0" + partition);
        collection.insertOne(new Document("_id", position)
                .append("a", aggregate)
                .append("v", version)
                .append("c", new Binary((byte) 4, bytes(command)))
                .append("e", Collections.singletonList(new Document("k", "funds-deposited"))));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
