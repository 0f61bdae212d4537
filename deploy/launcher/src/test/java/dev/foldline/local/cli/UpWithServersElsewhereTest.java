package dev.foldline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} with the application alone. */
@SuppressWarnings("NullAway.Init")
class UpWithServersElsewhereTest {

    @TempDir
    Path directory;

    private Launcher foldline;

    @BeforeEach
    void prepare() throws Exception {
        foldline = new Launcher(directory).withServersElsewhere();
    }

    @AfterEach
    void stopEverything() throws Exception {
        foldline.stopWhatRuns();
    }

    @Test
    void no_servers_are_started_and_the_application_gets_their_urls() throws Exception {
        Launcher.Result up = foldline.up("--detach");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(foldline.processes()).containsOnlyKeys("app");
        assertThat(foldline.variableOfApp("FOLDLINE_MONGODB_URL")).isEqualTo("mongodb://user:secret@elsewhere:27017");
        assertThat(foldline.variableOfApp("FOLDLINE_POSTGRES_URL")).isEqualTo("postgresql://elsewhere/foldline");
        assertThat(up.out()).contains("mongodb://user:***@elsewhere:27017").doesNotContain("secret", "stand-in");
    }

    @Test
    void an_application_that_dies_takes_the_run_with_it() throws Exception {
        Process up = foldline.upInForeground();

        assertThat(foldline.run("logs", "app", "-n", "5").out()).contains("stub is up");
        die();
        assertThat(up.waitFor()).isOne();

        assertThat(foldline.output(up, "err"))
                .contains("app has stopped by itself (exit code 3)", "app.log", "stub is up");
        assertThat(foldline.processes()).isEmpty();
    }

    private void die() throws InterruptedException {
        try {
            foldline.get("/die");
        } catch (IOException expected) {
            assertThat(expected).isNotNull();
        }
    }

    @Test
    void an_application_that_does_not_start_is_not_waited_for() throws Exception {
        Files.writeString(foldline.appJar(), "not a jar");

        Launcher.Result up = foldline.up();

        assertThat(up.exitCode()).isOne();
        assertThat(up.err()).contains("app has stopped by itself", "app.jar").doesNotContain("at dev.foldline");
        assertThat(foldline.processes()).isEmpty();
    }

    @Test
    void down_ends_an_up_in_the_foreground() throws Exception {
        Process up = foldline.upInForeground();

        assertThat(foldline.run("down").out()).contains("Stopped.");

        assertThat(up.waitFor()).isZero();
        assertThat(foldline.output(up, "out")).contains("Stopped by another ./foldline");
    }

    @Test
    void of_two_that_start_at_once_one_starts() throws Exception {
        List<String> arguments =
                List.of("up", "--detach", "--app-jar=" + foldline.appJar(), "--http-port=" + foldline.http);
        List<Process> ups = List.of(foldline.start(arguments), foldline.start(arguments));

        for (Process up : ups) {
            up.waitFor();
        }

        assertThat(Stream.of(0, 1))
                .containsExactlyInAnyOrderElementsOf(
                        ups.stream().map(Process::exitValue).toList());
        assertThat(foldline.processes()).containsOnlyKeys("app");
    }

    @Test
    void a_taken_port_is_named_before_anything_is_started() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), foldline.http));

            Launcher.Result up = foldline.up("--detach");

            assertThat(up.exitCode()).isOne();
            assertThat(up.err()).contains("Port " + foldline.http, "application", "--http-port");
        }
        assertThat(foldline.state.resolve("run.json")).doesNotExist();
        assertThat(foldline.state.resolve("logs")).doesNotExist();
    }

    @Test
    void a_state_directory_of_another_version_is_left_alone() throws Exception {
        Files.createDirectories(foldline.state);
        Files.writeString(foldline.state.resolve("format"), "99");

        Launcher.Result up = foldline.up("--detach");

        assertThat(up.exitCode()).isOne();
        assertThat(up.err()).contains("another version", "format 99", "--fresh").doesNotContain("at dev.foldline");
        assertThat(foldline.up("--detach", "--fresh").exitCode()).isZero();
    }

    @Test
    void an_unreadable_run_file_is_named() throws Exception {
        Files.createDirectories(foldline.state);
        Files.writeString(foldline.state.resolve("run.json"), "{\"runs\":[]}");

        assertThat(foldline.up("--detach").err()).contains("run.json").doesNotContain("at dev.foldline");
        Launcher.Result status = foldline.run("status", "--json");
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).isEqualToIgnoringNewLines("{\"processes\":[]}");
        Files.delete(foldline.state.resolve("run.json"));
    }

    @Test
    void a_process_that_was_given_the_id_of_a_dead_one_is_neither_shown_nor_stopped() throws Exception {
        Process innocent = new ProcessBuilder("sleep", "60").start();
        Run run = new Run("run", false, List.of());
        run.with(new RunningProcess("app", innocent.pid(), "http://127.0.0.1:1", Map.of()))
                .save(new StateDirectory(foldline.state));

        assertThat(foldline.processes()).isEmpty();
        assertThat(foldline.run("down").out()).contains("Nothing is running");
        assertThat(innocent.isAlive()).isTrue();
        innocent.destroyForcibly();
    }
}
