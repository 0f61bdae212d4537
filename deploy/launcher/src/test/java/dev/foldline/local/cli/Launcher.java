package dev.foldline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foldline.local.Await;
import dev.foldline.local.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Calls the launcher as a person does: each command in a process of its own. */
final class Launcher {

    final int http = Loopback.freePort();
    final int amqp = Loopback.freePort();
    final int mongodb = Loopback.freePort();
    final int postgres = Loopback.freePort();
    final Path state;

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    private final Map<Long, String> calls = new HashMap<>();

    Launcher(Path directory) throws IOException {
        this.directory = directory;
        this.state = directory.resolve("state");
        StubApp.jar(appJar());
    }

    Path appJar() {
        return directory.resolve("app.jar");
    }

    /** From now on, servers of the user's own: none is started. */
    Launcher withServersElsewhere() {
        environment.put("FOLDLINE_AMQP_URL", "amqp://elsewhere:5672");
        environment.put("FOLDLINE_MONGODB_URL", "mongodb://user:secret@elsewhere:27017");
        environment.put("FOLDLINE_POSTGRES_URL", "postgresql://elsewhere/foldline");
        return this;
    }

    /** From now on, commands run with this variable. */
    Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** From now on, MongoDB is the only server that is started. */
    Launcher withBrokerAndPostgresElsewhere() {
        withServersElsewhere();
        environment.remove("FOLDLINE_MONGODB_URL");
        return this;
    }

    /** What a command said and how it ended. */
    record Result(int exitCode, String out, String err) {}

    Result up(String... options) throws Exception {
        return run(upArguments(options));
    }

    Result run(String... arguments) throws Exception {
        Process process = start(List.of(arguments));
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running: " + List.of(arguments) + "\n" + output(process, "out"));
        }
        return new Result(process.exitValue(), output(process, "out"), output(process, "err"));
    }

    /** {@code up} in the foreground, when everything is ready. */
    Process upInForeground(String... options) throws Exception {
        Process process = start(List.of(upArguments(options)));
        boolean ready = Await.until(
                Duration.ofSeconds(60), () -> output(process, "out").contains("Ctrl-C") || !process.isAlive());
        if (!ready || !process.isAlive()) {
            throw new AssertionError(output(process, "out") + output(process, "err"));
        }
        return process;
    }

    private String[] upArguments(String... options) {
        return Stream.concat(
                        Stream.of(
                                "up",
                                "--app-jar=" + appJar(),
                                "--http-port=" + http,
                                "--amqp-port=" + amqp,
                                "--mongodb-port=" + mongodb,
                                "--postgres-port=" + postgres),
                        Stream.of(options))
                .toArray(String[]::new);
    }

    Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfoldline.home=" + directory.resolve("home"),
                "-cp",
                System.getProperty("java.class.path"),
                Foldline.class.getName()));
        command.addAll(arguments);
        command.add("--state-dir=" + state);
        String name = "call-" + System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve(name + ".out").toFile())
                .redirectError(directory.resolve(name + ".err").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        calls.put(process.pid(), name);
        return process;
    }

    String output(Process process, String stream) {
        try {
            return Files.readString(directory.resolve(calls.get(process.pid()) + "." + stream));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The processes that run, by name, as {@code status --json} lists them. */
    Map<String, JsonNode> processes() throws Exception {
        Map<String, JsonNode> processes = new HashMap<>();
        for (JsonNode process :
                JsonFile.JSON.readTree(run("status", "--json").out()).get("processes")) {
            processes.put(process.get("name").asText(), process);
        }
        return processes;
    }

    ProcessHandle handle(String name) throws Exception {
        return ProcessHandle.of(process(name).get("pid").asLong()).orElseThrow();
    }

    String url(String name) throws Exception {
        return process(name).get("url").asText();
    }

    JsonNode process(String name) throws Exception {
        return Objects.requireNonNull(processes().get(name), name);
    }

    /** What the application says about a variable of its environment. */
    String variableOfApp(String name) throws Exception {
        return get("/env?" + name);
    }

    String get(String path) throws IOException, InterruptedException {
        return get("http://127.0.0.1:" + http, path);
    }

    static String get(String url, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create(url + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** Stops whatever a test has left running. */
    void stopWhatRuns() throws Exception {
        Files.deleteIfExists(state.resolve("format"));
        run("down");
    }
}
