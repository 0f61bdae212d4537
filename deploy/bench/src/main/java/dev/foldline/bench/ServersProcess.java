package dev.foldline.bench;

import dev.foldline.local.LocalServer;
import dev.foldline.local.LocalServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Servers in a process of their own, so that they share no heap with what measures; ends with it. */
final class ServersProcess implements AutoCloseable {

    /** Which there are, in the order in which they tell their addresses. */
    enum Kind {
        /** The broker. */
        AMQP,

        /** The database of the logs. */
        MONGODB,

        /** The database of the projections. */
        POSTGRES
    }

    /**
     * The servers' addresses; of those that were started.
     *
     * @param of each
     * @param mongodbIs what the database of the logs is
     */
    record Urls(Map<Kind, String> of, String mongodbIs) {

        String amqp() {
            return url(Kind.AMQP);
        }

        String mongodb() {
            return url(Kind.MONGODB);
        }

        String postgres() {
            return url(Kind.POSTGRES);
        }

        /** With another server, and what the database of the logs is then. */
        Urls with(Kind kind, String url, String databaseIs) {
            Map<Kind, String> urls = new EnumMap<>(Kind.class);
            urls.putAll(of);
            urls.put(kind, url);
            return new Urls(urls, databaseIs);
        }

        private String url(Kind kind) {
            return Objects.requireNonNull(of.get(kind), () -> kind + " was not started");
        }
    }

    private final Process process;
    private final Urls urls;

    private ServersProcess(Process process, Urls urls) {
        this.process = process;
        this.urls = urls;
    }

    /** Starts these servers, which keep their data in this directory, and waits for them. */
    static ServersProcess start(Path directory, Set<Kind> kinds) throws IOException {
        Process process = new ProcessBuilder(
                        JavaProcess.main("-Xmx2g", ServersProcess.class, directory.toString(), names(kinds)))
                .redirectError(directory.resolve("servers.log").toFile())
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Map<Kind, String> urls = new EnumMap<>(Kind.class);
        for (Kind kind : EnumSet.copyOf(kinds)) {
            urls.put(kind, line(lines));
        }
        return new ServersProcess(process, new Urls(urls, line(lines)));
    }

    private static String names(Set<Kind> kinds) {
        return kinds.stream().map(Kind::name).collect(Collectors.joining(","));
    }

    Urls urls() {
        return urls;
    }

    /** Runs the servers until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LibraryLogs.warningsOnly();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(arguments[1].split(",")).map(Kind::valueOf).forEach(kinds::add);
        LocalServers.Builder builder = LocalServers.in(Path.of(arguments[0]));
        kinds.forEach(kind -> ask(builder, kind));
        try (LocalServers servers = builder.start()) {
            kinds.forEach(kind -> System.out.println(of(servers, kind).url()));
            System.out.println(kinds.contains(Kind.MONGODB) ? described(servers.mongodb()) : "");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void ask(LocalServers.Builder builder, Kind kind) {
        switch (kind) {
            case AMQP -> builder.broker();
            case MONGODB -> builder.mongodb();
            case POSTGRES -> builder.postgres();
        }
    }

    private static LocalServer of(LocalServers servers, Kind kind) {
        return switch (kind) {
            case AMQP -> servers.broker();
            case MONGODB -> servers.mongodb();
            case POSTGRES -> servers.postgres();
        };
    }

    private static String described(LocalServer server) {
        return server.description() + (server.isStandIn() ? " (a stand-in)" : "");
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
        JavaProcess.end(process);
    }
}
