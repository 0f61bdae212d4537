package dev.foldline.bench;

import dev.foldline.local.LocalServer;
import dev.foldline.local.LocalServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Broker, MongoDB and PostgreSQL in a process of their own, so that they share no heap with what measures; ends with it. */
final class ServersProcess implements AutoCloseable {

    /**
     * The servers' addresses.
     *
     * @param amqp the broker
     * @param mongodb the database of the logs
     * @param postgres the database of the projections
     * @param mongodbIs what the database of the logs is
     */
    record Urls(String amqp, String mongodb, String postgres, String mongodbIs) {}

    private final Process process;
    private final Urls urls;

    private ServersProcess(Process process, Urls urls) {
        this.process = process;
        this.urls = urls;
    }

    /** Starts servers that keep their data in this directory, and waits for them. */
    static ServersProcess start(Path directory) throws IOException {
        Process process = new ProcessBuilder(JavaProcess.main("-Xmx512m", ServersProcess.class, directory.toString()))
                .redirectError(directory.resolve("servers.log").toFile())
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new ServersProcess(process, new Urls(line(lines), line(lines), line(lines), line(lines)));
    }

    Urls urls() {
        return urls;
    }

    /** Runs the servers until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LibraryLogs.warningsOnly();
        try (LocalServers servers = LocalServers.in(Path.of(arguments[0]))
                .broker()
                .mongodb()
                .postgres()
                .start()) {
            for (LocalServer server : List.of(servers.broker(), servers.mongodb(), servers.postgres())) {
                System.out.println(server.url());
            }
            System.out.println(
                    servers.mongodb().description() + (servers.mongodb().isStandIn() ? " (a stand-in)" : ""));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String line(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the servers did not start; servers.log in the state directory says why");
        }
        return line;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().join();
    }
}
