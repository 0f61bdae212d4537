package dev.foldline.bench;

import dev.foldline.local.Loopback;
import dev.foldline.local.apps.Packaging;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One start of an application. Used by one thread. */
final class StartedApp implements AutoCloseable {

    private static final long LIMIT_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final int TIMEOUT_MILLIS = 10_000;

    private final StartupSubject subject;
    private final int port = Loopback.freePort();
    private final Path log;
    private final Process process;
    private final long startedNanos;

    /**
     * Starts it.
     *
     * @param environment what tells it where the servers are
     * @param log where it writes
     */
    StartedApp(StartupSubject subject, Packaging packaging, Map<String, String> environment, Path log)
            throws IOException {
        this.subject = subject;
        this.log = log;
        ProcessBuilder builder = new ProcessBuilder(subject.app().command(packaging, List.of()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(subject.app().size().environment());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", Loopback.HOST);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        startedNanos = System.nanoTime();
        process = builder.start();
    }

    /** Asks until it answers. Returns the milliseconds since it was started. */
    double awaitAnswer() throws IOException {
        while (status() != subject.answer()) {
            if (!process.isAlive() || System.nanoTime() - startedNanos > LIMIT_NANOS) {
                throw new IOException(subject.app().name() + " did not answer; its log is " + log);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - startedNanos) / 1e6;
    }

    /** Asks that often, one after the other. */
    void ask(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            if (status() != subject.answer()) {
                throw new IOException(subject.app().name() + " has ceased to answer; its log is " + log);
            }
        }
    }

    /** Its resident memory in KiB; empty where the system does not tell. */
    OptionalLong residentKib() throws IOException {
        return kib("VmRSS");
    }

    /** What of it is not a file's, such as its executable's: others do not share it, and the system cannot drop it. */
    OptionalLong privateKib() throws IOException {
        return kib("RssAnon");
    }

    private OptionalLong kib(String field) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (Files.notExists(status)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        }
    }

    /** The status of the answer; 0 when there is none. */
    private int status() {
        try {
            var connection = (HttpURLConnection) URI.create("http://" + Loopback.HOST + ":" + port + subject.path())
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            if (!subject.body().isEmpty()) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream body = connection.getOutputStream()) {
                    body.write(subject.body().getBytes(StandardCharsets.UTF_8));
                }
            }
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
