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
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private final Map<String, String> environment = System.getenv();

    String context() {
        return logs.split("/", -1)[0];
    }

    /**
     * The server.
     *
     * @throws LauncherException none is named, and none was started
     */
    ConnectionString server() {
        return new ConnectionString(Optional.ofNullable(url)
                .or(() -> Backend.MONGODB.external(environment))
                .or(this::started)
                .orElseThrow(() -> new LauncherException("There is no MongoDB to look into: nothing that runs from "
                        + state().root() + " has started one. Start it with ./foldline up, or name yours with"
                        + " --mongodb-url or FOLDLINE_MONGODB_URL.")));
    }

    private Optional<String> started() {
        return Run.find(state()).stream()
                .flatMap(run -> run.alive().stream())
                .map(process -> process.addresses().get(Backend.MONGODB.label()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private StateDirectory state() {
        return stateOption.directory();
    }

    /** What a move would stop. */
    ArchiveAudience audience() {
        return new ArchiveAudience(state(), new ArchiveReaders(state(), environment));
    }

    MongoEventStore store(MongoClient client, ConnectionEpoch epoch) {
        return new MongoEventStore(client, epoch, MongoOptions.defaults().withDatabasePrefix(prefix));
    }

    /** @throws IllegalArgumentException there cannot be an archive */
    ArchiveStorage storage() {
        return Archive.storage(location(), List.of(new S3StorageProvider()));
    }

    URI location() {
        String given = archive == null ? new ArchiveReaders(state(), environment).location() : archive;
        return given.contains(":/")
                ? URI.create(given)
                : Path.of(given).toAbsolutePath().toUri();
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
