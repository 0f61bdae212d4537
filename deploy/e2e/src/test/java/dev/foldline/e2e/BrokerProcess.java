package dev.foldline.e2e;

import dev.foldline.local.Ending;
import dev.foldline.local.LocalServer;
import dev.foldline.local.LocalServers;
import dev.foldline.local.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The broker in a process of its own, which ends with this one. An embedded Artemis 2.55.0 that is stopped while it delivers
 * can wait for itself for ever; a process that does not end when asked to is killed, as operators do.
 */
final class BrokerProcess implements LocalServer {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path directory;
    private final int port = Loopback.freePort();
    private @Nullable Process process;

    BrokerProcess(Path directory) {
        this.directory = directory;
    }

    /** Runs the broker in this directory and on this port until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LocalServers.in(Path.of(arguments[0]))
                .broker(Integer.parseInt(arguments[1]))
                .start();
        System.out.write('\n');
        System.out.flush();
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(1);
    }

    @Override
    public String description() {
        return "an Artemis in a process of its own";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "amqp://" + Loopback.HOST + ":" + port;
    }

    @Override
    public synchronized void start() {
        if (process != null) {
            return;
        }
        Path log = directory.resolve("broker.log");
        try {
            Process starting = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = starting;
            awaitReady(starting.getInputStream(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                directory.toString(),
                String.valueOf(port));
    }

    private static void awaitReady(InputStream output, Path log) throws IOException {
        if (output.read() < 0) {
            throw new IOException("The broker did not start:\n" + Files.readString(log));
        }
    }

    @Override
    public synchronized void stop() {
        if (process != null && Ending.ask(process.toHandle(), GRACE)) {
            process = null;
        }
        kill();
    }

    /** {@code kill -9}. Nothing happens when it is not running. */
    synchronized void kill() {
        if (process != null) {
            Ending.kill(process.toHandle());
            process = null;
        }
    }
}
