package dev.foldline.local.cli;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.archive.s3.S3StorageProvider;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which logs, on which server, and where their archive is: unless told otherwise, those of {@code up}. */
final class ArchivePlace {

    @Parameters(
            index = "0",
            paramLabel = "CONTEXT[/AGGREGATE]",
            description = "the logs of a context, e.g. wallet, or one of them, e.g. wallet/wallet")
    private String logs = "";

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

    String context() {
        return logs.split("/", -1)[0];
    }

    /** @throws LauncherException none is named, and none was started */
    ConnectionString server() {
        return places().mongodb(url);
    }

    private LogPlaces places() {
        return LogPlaces.of(stateOption);
    }

    /** What a move would stop. */
    ArchiveAudience audience() {
        return new ArchiveAudience(stateOption.directory(), places().archives());
    }

    MongoEventStore store(MongoClient client, ConnectionEpoch epoch) {
        return new MongoEventStore(client, epoch, MongoOptions.defaults().withDatabasePrefix(prefix));
    }

    /** @throws IllegalArgumentException there cannot be an archive */
    ArchiveStorage storage() {
        return Archive.storage(places().archive(archive), List.of(new S3StorageProvider()));
    }

    /** @throws LauncherException there is no such log */
    List<LogDefinition> definitions(MongoEventStore store) {
        String[] names = logs.split("/", -1);
        if (names.length > 2) {
            throw new LauncherException(
                    "Logs are named by their context, e.g. wallet, or by context and aggregate, e.g. wallet/wallet.");
        }
        List<LogDefinition> all = store.logs(context());
        List<LogDefinition> meant = all.stream()
                .filter(log -> names.length == 1 || log.aggregateType().equals(names[1]))
                .toList();
        if (meant.isEmpty()) {
            throw new LauncherException("There is no log " + logs + " on " + Urls.withoutPassword(server().toString())
                    + (all.isEmpty() ? "" : "; the context has " + names(all)) + "."
                    + (prefix.isEmpty() ? "" : " The databases' prefix is " + prefix + "."));
        }
        return meant;
    }

    private static String names(List<LogDefinition> logs) {
        return logs.stream()
                .map(log -> log.context() + "/" + log.aggregateType())
                .collect(Collectors.joining(", "));
    }
}
