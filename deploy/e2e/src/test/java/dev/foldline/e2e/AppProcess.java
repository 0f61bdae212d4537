package dev.foldline.e2e;

import static org.awaitility.Awaitility.await;

import dev.foldline.local.LogFile;
import dev.foldline.local.Loopback;
import dev.foldline.local.apps.Deployable;
import dev.foldline.local.apps.Packaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An application in a process of its own, which can be killed and started again. */
final class AppProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int LAST_WORDS = 40;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Deployable app;
    private final Packaging packaging;
    private final Map<String, String> environment;
    private final int port = Loopback.freePort();
    private final Path log;
    private @Nullable Process process;

    /** Nothing is started yet. */
    AppProcess(Deployable app, Packaging packaging, Map<String, String> environment, Path log) {
        this.app = app;
        this.packaging = packaging;
        this.environment = environment;
        this.log = log;
    }

    String name() {
        return app.name();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    WalletClient wallets() {
        return new WalletClient(url());
    }

    /** Begins to start it. */
    void launch() {
        var builder = new ProcessBuilder(app.command(packaging, options()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(app.size().environment());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is started often and lives for minutes: a JVM compiles it once and quickly. */
    private List<String> options() {
        return switch (packaging) {
            case JVM -> List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
            case NATIVE -> List.of();
        };
    }

    /** {@code kill -9}. */
    void kill() {
        process().destroyForcibly().onExit().join();
    }

    /** Starts it again after it has ended. */
    void restart() {
        launch();
        awaitReady();
    }

    /** Nothing happens when it does not run. */
    void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }

    void awaitReady() {
        await("readiness of " + app.name())
                .atMost(START_LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> status("/q/health/ready") == 200);
    }

    /** Until it answers, whether it is ready or not. */
    void awaitAnswering() {
        await("an answer of " + app.name())
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> status("/q/health/live") > 0);
    }

    /** The sum of a metric's series that have this label, e.g. {@code outcome="answered"}; 0 when there is none. */
    double metric(String name, String label) {
        try {
            var request = HttpRequest.newBuilder(url().resolve("/q/metrics")).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + "{") && line.contains(label))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status of its answer; 0 when there is none. */
    private int status(String path) {
        if (!process().isAlive()) {
            throw new IllegalStateException(app.name() + " has ended:\n" + LogFile.tail(log, LAST_WORDS));
        }
        try {
            var request = HttpRequest.newBuilder(url().resolve(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException(app.name() + " was not started");
        }
        return process;
    }
}
