package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a {@code mongod} is found and run. */
@SuppressWarnings("NullAway.Init")
class MongodTest {

    @TempDir
    Path directory;

    private Path bin;
    private Path program;
    private Path data;

    @BeforeEach
    void prepare() throws Exception {
        bin = Files.createDirectory(directory.resolve("bin"));
        program = FakeMongod.program(bin.resolve("mongod"));
        data = Files.createDirectory(directory.resolve("mongodb"));
    }

    @AfterEach
    void stopWhatRuns() {
        Mongod.stopIn(data);
    }

    @Test
    void one_that_is_named_or_on_the_path_is_preferred_to_the_stand_in() {
        assertThat(chosen(Map.of("FOLDLINE_MONGOD", program.toString())).isStandIn())
                .isFalse();
        assertThat(chosen(Map.of("PATH", "/nowhere:" + bin)).isStandIn()).isFalse();
        assertThat(chosen(Map.of("PATH", "/nowhere")).isStandIn()).isTrue();
        assertThat(chosen(Map.of()).isStandIn()).isTrue();
    }

    @Test
    void a_name_that_is_no_program_is_refused() {
        assertThatThrownBy(() -> chosen(Map.of("FOLDLINE_MONGOD", "/nowhere/mongod")))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("/nowhere/mongod");
    }

    @Test
    void data_is_read_by_the_kind_of_server_that_wrote_it() throws Exception {
        Files.createFile(StandInMongo.fileIn(data));
        assertThat(chosen(Map.of("PATH", bin.toString())).isStandIn()).isTrue();
        assertThatThrownBy(() -> chosen(Map.of("FOLDLINE_MONGOD", program.toString())))
                .hasMessageContaining("--fresh");

        Files.delete(StandInMongo.fileIn(data));
        Files.createDirectory(Mongod.dataIn(data));
        assertThat(chosen(Map.of("PATH", bin.toString())).isStandIn()).isFalse();
        assertThatThrownBy(() -> chosen(Map.of())).hasMessageContaining("FOLDLINE_MONGOD");
    }

    private LocalServer chosen(Map<String, String> environment) {
        return new MongoChoice(environment).in(data, directory, 27017);
    }

    @Test
    void it_is_initiated_once_and_moves_to_another_port_with_its_data() throws Exception {
        LocalServer first = mongod();
        first.start();
        try (var client = Clients.mongo(withoutReplicaSet(first))) {
            client.getDatabase("wallet").getCollection("events").insertOne(new Document("_id", 1L));
        }
        assertThat(Files.readString(Mongod.dataIn(data).resolve("replica-set"))).isEqualTo("127.0.0.1:" + first.port());
        first.stop();
        assertThat(Loopback.isFree(first.port())).isTrue();

        LocalServer second = mongod();
        second.start();
        try (var client = Clients.mongo(withoutReplicaSet(second))) {
            assertThat(client.getDatabase("wallet").getCollection("events").countDocuments())
                    .isOne();
        }
        assertThat(second.url()).endsWith("/?replicaSet=foldline");
        second.stop();
    }

    @Test
    void one_that_was_left_behind_is_stopped_by_the_next() {
        LocalServer left = mongod();
        left.start();

        LocalServer next = mongod();
        next.start();

        assertThat(Loopback.isFree(left.port())).isTrue();
        assertThat(Loopback.isFree(next.port())).isFalse();
        next.stop();
    }

    @Test
    void one_that_does_not_start_is_quoted() throws Exception {
        Files.writeString(program, "#!/bin/sh\necho out of order\nexit 7\n");

        assertThatThrownBy(() -> mongod().start())
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("status 7")
                .hasMessageContaining("out of order");
    }

    private LocalServer mongod() {
        return new Mongod(program, data, directory.resolve("logs"), Loopback.freePort());
    }

    /** The fake does not tell its clients that it is a replica set. */
    private static String withoutReplicaSet(LocalServer server) {
        return "mongodb://127.0.0.1:" + server.port();
    }
}
