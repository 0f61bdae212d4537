package dev.foldline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.local.Await;
import dev.foldline.local.Loopback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} with the servers it starts. */
@SuppressWarnings("NullAway.Init")
class UpTest {

    @TempDir
    Path directory;

    private Launcher foldline;

    @BeforeEach
    void prepare() throws Exception {
        foldline = new Launcher(directory);
    }

    @AfterEach
    void stopEverything() throws Exception {
        foldline.stopWhatRuns();
    }

    @Test
    void detached_it_returns_when_everything_is_ready_and_down_stops_it() throws Exception {
        Launcher.Result up = foldline.up("--detach");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out())
                .contains("http://127.0.0.1:" + foldline.http + "/q/swagger-ui")
                .contains("amqp://127.0.0.1:" + foldline.amqp, "mongodb://127.0.0.1:" + foldline.mongodb)
                .contains("127.0.0.1:" + foldline.postgres + "/foldline", "open-wallet", "./foldline down");
        assertThat(foldline.variableOfApp("FOLDLINE_AMQP_URL")).isEqualTo("amqp://127.0.0.1:" + foldline.amqp);
        assertThat(foldline.variableOfApp("FOLDLINE_MONGODB_URL"))
                .startsWith("mongodb://127.0.0.1:" + foldline.mongodb);
        assertThat(foldline.variableOfApp("FOLDLINE_POSTGRES_URL"))
                .isEqualTo("postgresql://foldline:foldline@127.0.0.1:" + foldline.postgres + "/foldline");
        assertThat(foldline.processes()).containsOnlyKeys("app", "services");
        assertThat(foldline.url("app")).isEqualTo("http://127.0.0.1:" + foldline.http);
        assertThat(foldline.url("services")).isEqualTo("amqp://127.0.0.1:" + foldline.amqp);

        Launcher.Result second = foldline.up("--detach");
        assertThat(second.exitCode()).isOne();
        assertThat(second.err()).contains("running already", "http://127.0.0.1:" + foldline.http);

        Launcher.Result down = foldline.run("down");
        assertThat(down.exitCode()).isZero();
        assertThat(down.out()).containsSubsequence("Stopping app", "Stopping services", "Stopped.");
        assertNothingIsLeft();
        assertThat(foldline.run("down").out()).contains("Nothing is running");
    }

    @Test
    void data_stays_until_it_is_to_start_fresh() throws Exception {
        foldline.up("--detach");
        try (MongoClient client = client()) {
            client.getDatabase("wallet").getCollection("events").insertOne(new Document("_id", 1L));
        }
        foldline.run("down");

        foldline.up("--detach");
        assertThat(storedEvents()).isOne();
        foldline.run("down");

        foldline.up("--detach", "--fresh");
        assertThat(storedEvents()).isZero();
    }

    @Test
    void in_the_foreground_a_signal_stops_the_application_and_then_the_servers() throws Exception {
        Process up = foldline.upInForeground();
        List<ProcessHandle> processes = List.of(foldline.handle("app"), foldline.handle("services"));

        up.destroy();
        assertThat(up.waitFor()).isEqualTo(143);

        assertThat(foldline.output(up, "out")).containsSubsequence("Stopping app", "Stopping services");
        assertThat(foldline.output(up, "err")).isEmpty();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(foldline.state.resolve("logs/app.log"))).contains("stub is told to stop");
        assertNothingIsLeft();
    }

    @Test
    void when_the_servers_are_killed_everything_stops_and_nothing_is_left_behind() throws Exception {
        Process up = foldline.upInForeground();

        foldline.handle("services").destroyForcibly();
        assertThat(up.waitFor()).isOne();

        assertThat(foldline.output(up, "err")).contains("services has stopped by itself", "services.log");
        assertNothingIsLeft();
    }

    @Test
    void what_was_killed_together_with_its_launcher_is_found_and_replaced() throws Exception {
        Process up = foldline.upInForeground();
        ProcessHandle services = foldline.handle("services");
        up.destroyForcibly();
        services.destroyForcibly();
        Await.until(Duration.ofSeconds(10), () -> Loopback.isFree(foldline.amqp));

        Launcher.Result again = foldline.up("--detach");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("Part of an earlier run has died", "ready");
        assertThat(foldline.processes()).containsOnlyKeys("app", "services");
    }

    private MongoClient client() {
        return MongoClients.create("mongodb://127.0.0.1:" + foldline.mongodb);
    }

    private long storedEvents() {
        try (MongoClient client = client()) {
            return client.getDatabase("wallet").getCollection("events").countDocuments();
        }
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(foldline.processes()).isEmpty();
        assertThat(Stream.of(foldline.http, foldline.amqp, foldline.mongodb, foldline.postgres))
                .allMatch(Loopback::isFree);
        assertThat(foldline.state.resolve("run.json")).doesNotExist();
    }
}
