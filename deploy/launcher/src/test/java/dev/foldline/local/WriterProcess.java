package dev.foldline.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.tck.MortalProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes in a JVM of its own, to be killed, and is started again until it has written all. */
final class WriterProcess implements Runnable {

    private static final int MOST_LIVES = 20;

    private final List<String> arguments;
    private final Path directory;
    private final Acknowledgements acknowledgements;
    private volatile JavaChild process;

    WriterProcess(
            ConnectionString server, int family, int commands, Path directory, Acknowledgements acknowledgements) {
        this.arguments = List.of(server.getConnectionString(), Integer.toString(family), Integer.toString(commands));
        this.directory = directory;
        this.acknowledgements = acknowledgements;
        this.process = launch();
    }

    public static void main(String[] arguments) {
        withStore(new ConnectionString(arguments[0]), store -> {
            MortalProcess.write(
                    store,
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    (command, position) -> System.out.println(command + " " + position));
            System.out.println("done");
        });
    }

    static void withStore(ConnectionString server, Consumer<EventStore> use) {
        var epoch = new ConnectionEpoch();
        var settings = MongoClientSettings.builder()
                .applyConnectionString(server)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS));
        try (MongoClient client = MongoClients.create(epoch.watch(settings).build())) {
            use.accept(new MongoEventStore(client, epoch, MongoOptions.defaults()));
        }
    }

    private JavaChild launch() {
        return JavaChild.start(WriterProcess.class, arguments, directory);
    }

    /** Takes down what it is told, until one process has come to the end. */
    @Override
    public void run() {
        for (int life = 1; !listen(); life++) {
            if (life == MOST_LIVES) {
                throw new AssertionError("a writer does not come to its end; its log is in " + directory);
            }
            process = launch();
        }
    }

    /** Whether the process came to its end by itself. What was cut off in the middle was not said. */
    private boolean listen() {
        return process.output()
                .lines()
                .map(this::takeDown)
                .filter(done -> done)
                .findFirst()
                .orElse(false);
    }

    private boolean takeDown(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 2) {
            acknowledgements.add(UUID.fromString(words[0]), Long.parseLong(words[1]));
        }
        return line.equals("done");
    }

    void kill() {
        process.kill();
    }
}
