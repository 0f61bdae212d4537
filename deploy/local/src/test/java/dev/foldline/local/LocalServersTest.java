package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class LocalServersTest {

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        Clients.await(vertx.close());
    }

    @Test
    void what_was_acknowledged_is_there_after_a_restart() throws Exception {
        int amqp = Loopback.freePort();
        try (LocalServers servers =
                LocalServers.in(directory).broker(amqp).mongodb().postgres().start()) {
            write(servers);
        }
        assertThat(Loopback.isFree(amqp)).isTrue();
        try (LocalServers servers =
                LocalServers.in(directory).broker().mongodb().postgres().start()) {
            assertEverythingIsThere(servers);
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_the_process_was_killed() throws Exception {
        int amqp = Loopback.freePort();
        int mongodb = Loopback.freePort();
        int postgres = Loopback.freePort();
        try (ServersProcess process = ServersProcess.start(directory, amqp, mongodb, postgres)) {
            write("amqp://127.0.0.1:" + amqp, "mongodb://127.0.0.1:" + mongodb, postgresUrl(postgres));
            process.kill();
        }
        assertThat(Loopback.isFree(postgres))
                .as("PostgreSQL outlives who has started it")
                .isFalse();

        try (LocalServers servers = LocalServers.in(directory)
                .broker(amqp)
                .mongodb(mongodb)
                .postgres(postgres)
                .start()) {
            assertEverythingIsThere(servers);
        }
        assertThat(Loopback.isFree(postgres)).isTrue();
    }

    @Test
    void orphans_of_a_killed_process_can_be_stopped() throws Exception {
        int postgres = Loopback.freePort();
        try (ServersProcess process =
                ServersProcess.start(directory, Loopback.freePort(), Loopback.freePort(), postgres)) {
            process.kill();
        }

        LocalServers.stopOrphans(directory);
        LocalServers.stopOrphans(directory);

        assertThat(Loopback.isFree(postgres)).isTrue();
    }

    @Test
    void a_file_left_by_a_server_whose_process_id_now_belongs_to_another_program_does_no_harm() throws Exception {
        try (LocalServers servers = LocalServers.in(directory).postgres().start()) {
            assertThat(servers.postgres().port()).isPositive();
        }
        Path pidFile = directory.resolve("postgres/data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");

        try (LocalServers servers = LocalServers.in(directory).postgres().start();
                Connection connection = Clients.postgres(servers.postgres().url())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void each_server_stops_and_starts_on_its_own() throws Exception {
        try (LocalServers servers =
                LocalServers.in(directory).broker().mongodb().postgres().start()) {
            write(servers);
            for (LocalServer server : new LocalServer[] {servers.broker(), servers.mongodb(), servers.postgres()}) {
                server.stop();
                server.stop();
                assertThat(Loopback.isFree(server.port())).as(server.url()).isTrue();
                server.start();
                server.start();
            }
            assertEverythingIsThere(servers);
        }
    }

    @Test
    void a_server_whose_port_is_taken_fails_and_leaves_nothing_behind() throws Exception {
        int other = Loopback.freePort();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.ofLiteral(Loopback.HOST), 0));
            LocalServers.Builder servers =
                    LocalServers.in(directory).mongodb(other).postgres(taken.getLocalPort());

            assertThatThrownBy(servers::start)
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("postgres.log");
        }
        assertThat(Loopback.isFree(other)).isTrue();
    }

    @Test
    void a_server_that_was_not_asked_for_is_not_there() {
        try (LocalServers servers = LocalServers.in(directory).mongodb().start()) {
            assertThatThrownBy(servers::broker).isInstanceOf(NoSuchElementException.class);
        }
    }

    private static String postgresUrl(int port) {
        return "postgresql://foldline:foldline@127.0.0.1:" + port + "/foldline";
    }

    private void write(LocalServers servers) throws Exception {
        write(
                servers.broker().url(),
                servers.mongodb().url(),
                servers.postgres().url());
    }

    private void write(String amqp, String mongodb, String postgres) throws Exception {
        try (var client = Clients.mongo(mongodb)) {
            client.getDatabase("wallet").getCollection("events").insertOne(new Document("_id", 1L));
        }
        try (Connection connection = Clients.postgres(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE balance (wallet text PRIMARY KEY)");
            statement.execute("INSERT INTO balance VALUES ('w-1')");
        }
        AmqpConnection connection = Clients.amqp(vertx, amqp);
        var sender = Clients.await(connection.createSender("wallet.command.place-bet"));
        Clients.await(sender.sendWithAck(
                AmqpMessage.create().durable(true).withBody("bet").build()));
        Clients.await(connection.close());
    }

    private void assertEverythingIsThere(LocalServers servers) throws Exception {
        try (var client = Clients.mongo(servers.mongodb().url())) {
            assertThat(client.getDatabase("wallet").getCollection("events").countDocuments())
                    .isEqualTo(1);
        }
        try (Connection connection = Clients.postgres(servers.postgres().url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT wallet FROM balance")) {
            assertThat(rows.next()).isTrue();
        }
        AmqpConnection connection = Clients.amqp(vertx, servers.broker().url());
        CompletableFuture<String> received = new CompletableFuture<>();
        Clients.await(connection.createReceiver("wallet.command.place-bet"))
                .handler(message -> received.complete(message.bodyAsString()));
        assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo("bet");
        Clients.await(connection.close());
    }
}
