package dev.foldline.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A broker, a PostgreSQL and a MongoDB on the loopback interface, or those of them that are asked for.
 *
 * <pre>{@code
 * try (LocalServers servers = LocalServers.in(directory).broker().mongodb().start()) {
 *     client.connect(servers.broker().url());
 * }
 * }</pre>
 *
 * <p>All data is in the directory, and is there again when servers are started in it the next time. Only one process at
 * a time may use a directory. Thread-safe.
 */
public final class LocalServers implements AutoCloseable {

    private enum Kind {
        BROKER,
        POSTGRES,
        MONGODB
    }

    private final Map<Kind, LocalServer> servers;
    private final Thread atExit = new Thread(this::stop, "stop-local-servers");

    private LocalServers(Map<Kind, LocalServer> servers) {
        this.servers = servers;
    }

    /** Servers that keep their data in this directory, which is made when it is not there. */
    public static Builder in(Path directory) {
        return new Builder(directory.toAbsolutePath());
    }

    /**
     * Stops what still runs on the data in this directory although the process that had started it was killed. Nothing
     * happens when there is nothing of that kind. A start does the same.
     */
    public static void stopOrphans(Path directory) {
        Path logs = directory.resolve("logs");
        new PostgresServer(directory.resolve("postgres"), logs, 0).stopOrphan();
        Mongod.stopIn(directory.resolve("mongodb"));
    }

    /** The AMQP broker. */
    public LocalServer broker() {
        return server(Kind.BROKER);
    }

    /** The PostgreSQL server. */
    public LocalServer postgres() {
        return server(Kind.POSTGRES);
    }

    /** The MongoDB server, or what stands in for it. */
    public LocalServer mongodb() {
        return server(Kind.MONGODB);
    }

    private LocalServer server(Kind kind) {
        @Nullable LocalServer server = servers.get(kind);
        if (server == null) {
            throw new NoSuchElementException("No " + kind + " was asked for");
        }
        return server;
    }

    private void start() {
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            atOnce(servers.values(), LocalServer::start);
        } catch (LocalServerException e) {
            close();
            throw e;
        }
    }

    private void stop() {
        atOnce(servers.values(), LocalServer::stop);
    }

    /** Stops all of them. The end of the JVM does the same, unless it is killed. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending, and has stopped them or is about to: stopping twice does no harm.
            return;
        }
    }

    private static void atOnce(Collection<LocalServer> servers, Consumer<LocalServer> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            servers.forEach(server -> running.add(CompletableFuture.runAsync(() -> action.accept(server), threads)));
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalServerException failure ? failure : e;
        }
    }

    /** Says which servers, and on which ports. */
    public static final class Builder {

        private final Path directory;
        private final Map<Kind, LocalServer> servers = new EnumMap<>(Kind.class);
        private Path logs;

        private Builder(Path directory) {
            this.directory = directory;
            this.logs = directory.resolve("logs");
        }

        /** Where servers that are processes of their own write their logs; call it first. */
        public Builder logs(Path logs) {
            this.logs = logs.toAbsolutePath();
            return this;
        }

        /** With a broker on a free port. */
        public Builder broker() {
            return broker(0);
        }

        /** With a broker on this port; 0 for a free one. */
        public Builder broker(int port) {
            servers.put(Kind.BROKER, new ArtemisBroker(directory.resolve("broker"), Loopback.orFree(port)));
            return this;
        }

        /** With a PostgreSQL on a free port. */
        public Builder postgres() {
            return postgres(0);
        }

        /** With a PostgreSQL on this port; 0 for a free one. */
        public Builder postgres(int port) {
            servers.put(Kind.POSTGRES, new PostgresServer(directory.resolve("postgres"), logs, Loopback.orFree(port)));
            return this;
        }

        /** With a MongoDB on a free port. */
        public Builder mongodb() {
            return mongodb(0);
        }

        /**
         * With a MongoDB on this port; 0 for a free one. It is a {@code mongod} when {@code FOLDLINE_MONGOD} names one or
         * the {@code PATH} has one, and otherwise a stand-in without transactions, replication and change streams.
         */
        public Builder mongodb(int port) {
            servers.put(
                    Kind.MONGODB,
                    new MongoChoice(System.getenv()).in(directory.resolve("mongodb"), logs, Loopback.orFree(port)));
            return this;
        }

        /**
         * Starts them, side by side.
         *
         * @throws LocalServerException one of them did not start; the others were stopped
         */
        public LocalServers start() {
            LocalServers started = new LocalServers(new EnumMap<>(servers));
            started.start();
            return started;
        }
    }
}
