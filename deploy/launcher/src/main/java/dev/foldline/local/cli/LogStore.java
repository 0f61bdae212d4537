package dev.foldline.local.cli;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.s3.S3StorageProvider;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where logs are, and where their archive is: unless told otherwise, those of {@code up}. */
final class LogStore {

    @Option(
            names = {"--archive", "--to"},
            paramLabel = "DIR|URL",
            description = {
                "where the archive is: a directory, or s3://bucket/prefix (AWS_… variables say the rest).",
                "Default: FOLDLINE_ARCHIVE_URL, or the directory 'archive' in --state-dir, where what up has started looks"
            })
    private @Nullable String archive;

    @Option(
            names = "--mongodb-url",
            paramLabel = "URL",
            description = "where the logs are. Default: FOLDLINE_MONGODB_URL, or the server that up has started")
    private @Nullable String url;

    @Option(names = "--database-prefix", defaultValue = "", description = "before the context in the database's name")
    private String prefix = "";

    @Mixin
    private StateOption stateOption = new StateOption();

    private LogPlaces places() {
        return LogPlaces.of(stateOption);
    }

    /** @throws LauncherException none is named, and none was started */
    private ConnectionString server() {
        return places().mongodb(url);
    }

    /** @throws LauncherException a move would stop what runs: it reads no archive, or as far as can be told another one */
    void requireReaders() {
        LogPlaces places = places();
        var audience = new ArchiveAudience(stateOption.directory(), places.archives());
        audience.requireTold();
        if (url == null) {
            audience.requireSame(places.archive(archive), places.archive(null));
        }
    }

    /**
     * Does something with the store, which is closed afterwards.
     *
     * @throws LauncherException a fault, with its code
     */
    void open(Consumer<MongoEventStore> work) {
        var epoch = new ConnectionEpoch();
        var settings = MongoClientSettings.builder().applyConnectionString(server());
        try (MongoClient client = MongoClients.create(epoch.watch(settings).build())) {
            work.accept(
                    new MongoEventStore(client, epoch, MongoOptions.defaults().withDatabasePrefix(prefix)));
        } catch (EventStoreException e) {
            throw new LauncherException(e.code() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new LauncherException(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    /**
     * The archive, for the caller to close.
     *
     * @throws IllegalArgumentException there cannot be one
     */
    Archive archive() {
        return archive(places().archive(archive));
    }

    /** The archive if one is named, or there is one beside the data; for the caller to close. */
    Optional<Archive> existingArchive() {
        return places().existingArchive(archive).map(LogStore::archive);
    }

    private static Archive archive(URI location) {
        return new Archive(Archive.storage(location, List.of(new S3StorageProvider())));
    }

    /**
     * The logs of a context, or one of them.
     *
     * @param names the context, and perhaps an aggregate
     * @throws LauncherException there is no such log
     */
    List<LogDefinition> definitions(MongoEventStore store, String... names) {
        List<LogDefinition> all = store.logs(names[0]);
        List<LogDefinition> meant = all.stream()
                .filter(log -> names.length == 1 || log.aggregateType().equals(names[1]))
                .toList();
        if (meant.isEmpty()) {
            throw new LauncherException("There is no log " + String.join("/", names) + " on "
                    + Urls.withoutPassword(server().toString())
                    + (all.isEmpty() ? "" : "; the context has " + joined(all)) + "."
                    + (prefix.isEmpty() ? "" : " The databases' prefix is " + prefix + "."));
        }
        return meant;
    }

    private static String joined(List<LogDefinition> logs) {
        return logs.stream()
                .map(log -> log.context() + "/" + log.aggregateType())
                .collect(Collectors.joining(", "));
    }
}
