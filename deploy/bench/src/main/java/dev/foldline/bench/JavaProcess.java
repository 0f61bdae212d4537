package dev.foldline.bench;

import dev.foldline.local.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An application of the platform in a process of its own, on a free port. */
final class JavaProcess implements AutoCloseable {

    private static final long END_LIMIT_SECONDS = 30;
    private static final long START_LIMIT_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final Process process;
    private final URI url;

    private JavaProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts a module's application and waits until it is ready.
     *
     * @param module the module's directory, which holds what its build made
     * @param environment what tells it where the servers are
     * @param log where it writes
     */
    static JavaProcess start(Path module, Map<String, String> environment, Path log) throws IOException {
        Path jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new IOException(jar + " is not there; ./foldline bench builds it");
        }
        List<String> command = new ArrayList<>(java("-Xmx512m"));
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        int port = Loopback.freePort();
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        var started = new JavaProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
        started.awaitReady(log);
        return started;
    }

    /** The command that starts a JVM as {@code ./foldline up} does. */
    static List<String> java(String heap) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                heap,
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** The command that runs a class of this class path, whose libraries log as {@link LibraryLogs} says. */
    static List<String> main(String heap, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(java(heap));
        command.addAll(List.of(
                // Without it, loggers have levels that nobody can set: all of them are on.
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Ends a process that lives as long as its standard input. One that does not heed that, for it waits for another, is killed. */
    static void end(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit()
                .completeOnTimeout(process, END_LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }

    URI url() {
        return url;
    }

    private void awaitReady(Path log) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        long deadline = System.nanoTime() + START_LIMIT_NANOS;
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IOException("an application did not become ready; its log is " + log);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isReady() {
        try {
            var connection =
                    (HttpURLConnection) url.resolve("/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
