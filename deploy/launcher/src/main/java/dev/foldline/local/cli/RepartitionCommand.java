package dev.foldline.local.cli;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.LogPlace;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.mongodb.Repartition;
import dev.foldline.eventstore.mongodb.RepartitionException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a log into another number of partitions. */
@Command(
        name = "repartition",
        mixinStandardHelpOptions = true,
        description = {
            "Copies a log into another number of partitions in another database, and compares both event by event.",
            "Nothing may write to the log meanwhile. The log itself is not changed. After an interruption, run it again.",
            "docs/guides/repartition.md says what to do before and after."
        })
final class RepartitionCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CONTEXT/AGGREGATE", description = "the log, e.g. wallet/wallet")
    private String log = "";

    @Option(names = "--partitions", required = true, description = "how many the copy has")
    private int partitions;

    @Option(
            names = "--mongodb-url",
            defaultValue = "${env:FOLDLINE_MONGODB_URL:-mongodb://127.0.0.1:27017}",
            description = "where the log is (${DEFAULT-VALUE})")
    private String url = "";

    @Option(names = "--database-prefix", defaultValue = "", description = "before the context in the database's name")
    private String prefix = "";

    @Option(names = "--to-mongodb-url", description = "where the copy will be; the same server if not given")
    private @Nullable String toUrl;

    @Option(names = "--to-database-prefix", defaultValue = "", description = "the same for the copy")
    private String toPrefix = "";

    @Option(names = "--leave", description = "a handler whose checkpoint is left behind; may be given several times")
    private Set<String> left = Set.of();

    @Option(names = "--republish", description = "go on although what is published from the log will be published anew")
    private boolean republish;

    @Override
    public Integer call() {
        String[] names = log.split("/", -1);
        if (names.length != 2) {
            throw new LauncherException("A log is named by its context and its aggregate, e.g. wallet/wallet");
        }
        var fromEpoch = new ConnectionEpoch();
        var toEpoch = new ConnectionEpoch();
        try (MongoClient from = client(url, fromEpoch);
                MongoClient to = client(toUrl == null ? url : toUrl, toEpoch)) {
            report(new Repartition(
                            new LogPlace(
                                    from, fromEpoch, MongoOptions.defaults().withDatabasePrefix(prefix)),
                            new LogPlace(to, toEpoch, MongoOptions.defaults().withDatabasePrefix(toPrefix)),
                            names[0],
                            names[1],
                            partitions,
                            left,
                            republish)
                    .run(new ProgressLine(System.err)));
            return 0;
        } catch (RepartitionException e) {
            throw new LauncherException(e.code() + ": " + e.getMessage(), e);
        } catch (EventStoreException e) {
            throw new LauncherException(e.code() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new LauncherException(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private void report(Repartition.Done done) {
        System.out.printf(
                "%,d commits with %,d events are equal in %s; the new log is %s and has %d partitions.%n",
                done.commits(), done.events(), log, done.id(), partitions);
        System.out.println(
                done.moved().isEmpty()
                        ? "No handler had a checkpoint of it."
                        : "At the new heads are now: " + String.join(", ", done.moved()) + ".");
    }

    private static MongoClient client(String url, ConnectionEpoch epoch) {
        return MongoClients.create(
                epoch.watch(MongoClientSettings.builder().applyConnectionString(new ConnectionString(url)))
                        .build());
    }
}
