package dev.foldline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foldline.local.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --split}, with stubs for the applications. */
@SuppressWarnings("NullAway.Init")
class UpSplitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Launcher foldline;
    private StubProject project;

    @BeforeEach
    void prepare() throws Exception {
        foldline = new Launcher(directory).withServersElsewhere();
        project = new StubProject(directory.resolve("home"));
    }

    @AfterEach
    void stopEverything() throws Exception {
        foldline.stopWhatRuns();
    }

    @Test
    void each_function_is_a_process_behind_the_gateway_and_down_stops_all_of_them() throws Exception {
        Launcher.Result up = foldline.up("--split", "--detach");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(foldline.processes())
                .containsOnlyKeys(
                        "supervisor",
                        "gateway",
                        "log",
                        "wallet/deposit",
                        "wallet/place-bet",
                        "jackpot/draw-jackpot",
                        "projections/wallet-balance");
        assertThat(foldline.url("gateway")).isEqualTo("http://127.0.0.1:" + foldline.http);
        assertThat(variable("wallet/place-bet", "FOLDLINE_AMQP_URL")).isEqualTo("amqp://elsewhere:5672");
        assertThat(foldline.run("status").out())
                .contains("wallet/place-bet", foldline.url("wallet/place-bet"), "ready");
        assertThat(foldline.run("logs", "place-bet").out()).contains("stub is up");
        List<ProcessHandle> processes = List.of(foldline.handle("gateway"), foldline.handle("wallet/place-bet"));

        assertThat(foldline.run("down").out()).contains("Stopped.");

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(foldline.processes()).isEmpty();
        assertThat(Files.readString(foldline.state.resolve("logs/wallet/place-bet.log")))
                .contains("stub is told to stop");
    }

    @Test
    void one_context_can_be_split_while_the_rest_stays_together() throws Exception {
        Launcher.Result up = foldline.up("--detach", "--split", "wallet");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(foldline.processes())
                .containsOnlyKeys(
                        "supervisor", "app", "log", "wallet/deposit", "wallet/place-bet", "projections/wallet-balance");
        assertThat(foldline.url("app")).isEqualTo("http://127.0.0.1:" + foldline.http);
        assertThat(foldline.variableOfApp("FOLDLINE_MODULES_DISABLED"))
                .isEqualTo("projections-wallet-balance,wallet-deposit,wallet-place-bet");
        assertThat(variable("wallet/place-bet", "FOLDLINE_MODULES_DISABLED")).isEmpty();
    }

    @Test
    void no_owner_of_logs_runs_where_functions_ask_none() throws Exception {
        Launcher.Result up = foldline.with("FOLDLINE_LOG_OWNER", "never").up("--split", "--detach");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(foldline.processes()).containsKey("wallet/deposit").doesNotContainKey("log");
        assertThat(variable("wallet/deposit", "FOLDLINE_LOG_OWNER")).isEqualTo("never");
    }

    @Test
    void a_context_that_is_not_there_is_refused_with_those_that_are() throws Exception {
        Launcher.Result up = foldline.up("--split=wallet,poker");

        assertThat(up.exitCode()).isOne();
        assertThat(up.err()).contains("poker", "jackpot, wallet").doesNotContain("at dev.foldline");
    }

    @Test
    void a_function_that_dies_is_started_again_and_status_tells() throws Exception {
        foldline.up("--split", "--detach");
        ProcessHandle first = foldline.handle("wallet/place-bet");

        first.destroyForcibly();

        Await.until(PATIENCE, () -> restarts("wallet/place-bet") == 1 && isReady("wallet/place-bet"));
        assertThat(process("wallet/place-bet").get("lastExit").asInt()).isEqualTo(137);
        assertThat(foldline.handle("wallet/place-bet")).isNotEqualTo(first);
        assertThat(variable("wallet/place-bet", "FOLDLINE_AMQP_URL")).isNotEmpty();
        assertThat(foldline.run("status").out()).contains("restarted once, last after exit code 137");
    }

    @Test
    void a_function_that_does_not_start_ends_up_with_its_last_words() throws Exception {
        project.breakApp("functions/wallet/deposit");

        Launcher.Result up = foldline.up("--split");

        assertThat(up.exitCode()).isOne();
        assertThat(up.err()).contains("wallet/deposit does not start", "quarkus-run.jar");
        assertThat(foldline.processes()).isEmpty();
    }

    @Test
    void what_a_killed_supervisor_has_left_is_stopped() throws Exception {
        Process up = foldline.upInForeground("--split");
        List<String> functions = List.of(foldline.url("gateway"), foldline.url("wallet/place-bet"));

        foldline.handle("supervisor").destroyForcibly();
        assertThat(up.waitFor()).isOne();

        assertThat(foldline.output(up, "err")).contains("supervisor has stopped by itself");
        assertThat(functions).noneMatch(HttpProbe::answers);
    }

    @Test
    void native_executables_are_used_where_there_are_some_and_the_missing_ones_are_named() throws Exception {
        project.executable("functions/wallet/deposit");

        Launcher.Result up = foldline.up("--native", "--detach");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out())
                .contains("1 of 6 are native", "gateway, jackpot/draw-jackpot", "-pl functions/gateway -am", "-Dnative")
                .doesNotContain("wallet/deposit");
        assertThat(process("wallet/deposit").get("packaging").asText()).isEqualTo("native");
        assertThat(variable("wallet/deposit", "STARTED_AS")).isEqualTo("native");
        assertThat(process("wallet/place-bet").get("packaging").asText()).isEqualTo("jvm");
        ProcessHandle deposit = foldline.handle("wallet/deposit");

        foldline.run("down");

        assertThat(deposit.isAlive()).isFalse();
    }

    private String variable(String process, String name) throws Exception {
        return Launcher.get(foldline.url(process), "/env?" + name);
    }

    private JsonNode process(String name) throws Exception {
        return foldline.process(name);
    }

    private int restarts(String name) {
        return field(name, "restarts").asInt();
    }

    private boolean isReady(String name) {
        return field(name, "state").asText().equals("ready");
    }

    private JsonNode field(String name, String field) {
        try {
            return process(name).get(field);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
