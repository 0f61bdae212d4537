package dev.foldline.eventstore.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.Archiver;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An archiver in a JVM of its own that comes as far as a step, and is killed there. */
final class ArchiverProcess {

    private ArchiverProcess() {}

    /** Returns when the process is dead that has come to the step. */
    static void killAt(
            ArchiverStep step,
            ConnectionString server,
            String prefix,
            LogDefinition log,
            ArchiveOptions options,
            Path to) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiverProcess.class.getName(),
                step.name(),
                server.getConnectionString(),
                prefix,
                log.context(),
                log.aggregateType(),
                Integer.toString(log.partitions()),
                Long.toString(options.keep()),
                Integer.toString(options.segmentCommits()),
                to.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = process.inputReader().readLine();
            process.destroyForcibly().onExit().join();
            if (!step.name().equals(said)) {
                throw new AssertionError("the archiver said " + said + " instead of that it has come to " + step);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        ArchiverStep step = ArchiverStep.valueOf(arguments[0]);
        var steps = new ArchiverSteps(step, () -> standStill(step));
        var epoch = new ConnectionEpoch();
        var settings = epoch.watch(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(arguments[1]))
                        .addCommandListener(steps))
                .build();
        var definition = new LogDefinition(arguments[3], arguments[4], Integer.parseInt(arguments[5]));
        var options = ArchiveOptions.defaults()
                .withKeep(Long.parseLong(arguments[6]))
                .withSegmentCommits(Integer.parseInt(arguments[7]));
        URI directory = Path.of(arguments[8]).toUri();
        try (MongoClient client = MongoClients.create(settings)) {
            var store = new MongoEventStore(
                    client,
                    epoch,
                    MongoOptions.defaults().withDatabasePrefix(arguments[2]).withSealNotice(Duration.ZERO));
            var archive = new Archive(steps.watch(Archive.storage(directory, List.of())));
            new Archiver(definition.context(), steps.watch(store.openArchivable(definition)), archive, steps)
                    .run(options, Instant.now());
        }
    }

    /** Until it is killed, or whoever would do that has died. */
    private static void standStill(ArchiverStep step) {
        System.out.println(step);
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(1);
    }
}
