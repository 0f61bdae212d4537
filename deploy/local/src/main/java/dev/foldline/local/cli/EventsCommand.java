package dev.foldline.local.cli;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.s3.S3StorageProvider;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a log for people and programs. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the events of a log, a line of JSON for each commit: those of one aggregate in the order of its versions,",
            "or the whole log in the order of commit times. Events are as they were stored, whatever their revision."
        })
final class EventsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CONTEXT/AGGREGATE", description = "the log, e.g. wallet/wallet")
    private String log = "";

    @Option(names = "--id", description = "only this aggregate's; the index is used")
    private @Nullable String id;

    @Option(names = "--after-version", description = "with --id: after this version of it")
    private long afterVersion;

    @Option(names = "--as-of", paramLabel = "TIME", description = "with --id: what there was of it at this time")
    private @Nullable Instant asOf;

    @Option(names = "--partition", paramLabel = "N", description = "only this one; may be given several times")
    private Set<Integer> partitions = Set.of();

    @Option(
            names = "--after",
            paramLabel = "TOKEN",
            converter = TokenConverter.class,
            description = "after these positions, e.g. wallet/7@4211,wallet/9@12")
    private Token after = Token.NONE;

    @Option(
            names = "--type",
            paramLabel = "ALIAS",
            description = "only commits with such an event, e.g. bet-placed; may be given several times")
    private Set<String> types = Set.of();

    @Option(names = "--from", paramLabel = "TIME", description = "committed then or later, e.g. 2026-03-01T12:00:00Z")
    private Instant from = Instant.MIN;

    @Option(names = "--until", paramLabel = "TIME", description = "committed before")
    private Instant until = Instant.MAX;

    @Option(names = "--limit", defaultValue = "100", description = "the most commits; 0 for all (${DEFAULT-VALUE})")
    private long limit;

    @Option(
            names = "--mongodb-url",
            paramLabel = "URL",
            description = "where the log is. Default: FOLDLINE_MONGODB_URL, or the server that up has started")
    private @Nullable String url;

    @Option(names = "--database-prefix", defaultValue = "", description = "before the context in the database's name")
    private String prefix = "";

    @Option(
            names = "--archive",
            paramLabel = "DIR|URL",
            description = {
                "where its old part is, if it was moved: a directory, or s3://bucket/prefix.",
                "Default: FOLDLINE_ARCHIVE_URL, or the directory 'archive' in --state-dir"
            })
    private @Nullable String archive;

    @Mixin
    private StateOption stateOption = new StateOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var places = LogPlaces.of(stateOption);
        var epoch = new ConnectionEpoch();
        var settings = MongoClientSettings.builder().applyConnectionString(places.mongodb(url));
        try (MongoClient client = MongoClients.create(epoch.watch(settings).build())) {
            var options = MongoOptions.defaults().withDatabasePrefix(prefix);
            var store = new MongoEventStore(client, epoch, options);
            Optional<URI> location = places.existingArchive(archive);
            if (location.isEmpty()) {
                print(store);
            } else {
                try (var there = new Archive(Archive.storage(location.get(), List.of(new S3StorageProvider())))) {
                    print(store.withArchive(there));
                }
            }
            return 0;
        } catch (EventStoreException e) {
            throw new LauncherException(e.code() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new LauncherException(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private void print(MongoEventStore store) {
        EventLog opened = store.open(existing(store));
        CommitFilter filter = CommitFilter.all().withAliases(types).withTimes(from, until);
        var lines = new EventLines(
                Objects.requireNonNull(spec).commandLine().getOut(), limit == 0 ? Long.MAX_VALUE : limit);
        String rest = id == null
                ? lines.merged(opened, partitions, filter, after)
                : lines.aggregate(opened, id, afterVersion, asOf, filter);
        if (!rest.isEmpty()) {
            spec.commandLine().getErr().println("There may be more: --limit 0 for all, or go on with " + rest);
        }
    }

    private LogDefinition existing(MongoEventStore store) {
        String[] names = log.split("/", -1);
        if (names.length != 2) {
            throw new LauncherException("A log is named by its context and its aggregate, e.g. wallet/wallet");
        }
        return store.logs(names[0]).stream()
                .filter(found -> found.aggregateType().equals(names[1]))
                .findFirst()
                .orElseThrow(() -> new LauncherException(
                        "There is no log " + log + " in the database given by --mongodb-url and --database-prefix"));
    }

    /** Reads a token from the command line. */
    static final class TokenConverter implements ITypeConverter<Token> {
        @Override
        public Token convert(String text) {
            return Token.parse(text);
        }
    }
}
