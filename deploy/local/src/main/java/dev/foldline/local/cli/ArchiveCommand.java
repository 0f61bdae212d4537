package dev.foldline.local.cli;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventStoreException;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.archive.s3.S3StorageProvider;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the old part of a log to an archive, and back. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Moves the old part of a log to an archive, and back.",
            "It may be interrupted at any moment: run it again. docs/guides/archive.md says what to do before."
        })
final class ArchiveCommand {

    /** What all of it is about. */
    static final class Place {

        @Option(names = "--context", required = true, description = "the context, e.g. wallet")
        private String context = "";

        @Option(names = "--aggregate", required = true, description = "the aggregate type, e.g. wallet")
        private String aggregate = "";

        @Option(
                names = "--to",
                required = true,
                paramLabel = "DIR|URL",
                description = "where the archive is: a directory, or s3://bucket/prefix (AWS_… variables say the rest)")
        private String to = "";

        @Option(
                names = "--mongodb-url",
                defaultValue = "${env:FOLDLINE_MONGODB_URL:-mongodb://127.0.0.1:27017}",
                description = "where the log is (${DEFAULT-VALUE})")
        private String url = "";

        @Option(
                names = "--database-prefix",
                defaultValue = "",
                description = "before the context in the database's name")
        private String prefix = "";
    }

    private interface Work {
        void on(String context, ArchivableLog log, Archive archive, ArchiveProgressLine progress);
    }

    @Command(name = "run", mixinStandardHelpOptions = true, description = "Moves what need not stay in MongoDB.")
    int run(
            @Mixin Place place,
            @Option(
                            names = "--keep",
                            defaultValue = "10000",
                            description = "newest commits of each partition that stay")
                    long keep,
            @Option(
                            names = "--keep-for",
                            defaultValue = "PT0S",
                            description = "age below which a commit stays, e.g. P30D")
                    Duration keepFor) {
        ArchiveOptions options = ArchiveOptions.defaults().withKeep(keep).withKeepFor(keepFor);
        return with(place, (context, log, archive, progress) -> new Archiver(context, log, archive, progress)
                .run(options, Instant.now()));
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Says up to where each partition is archived.")
    int status(@Mixin Place place) {
        return with(place, (context, log, archive, progress) -> {
            List<Long> heads = log.heads();
            for (int partition = 0; partition < heads.size(); partition++) {
                System.out.printf(
                        "%-24s archived to %,15d   head %,15d%n",
                        log.descriptor().partition(partition), log.sealNow(partition), heads.get(partition));
            }
        });
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Reads all segments and checks every bit.")
    int verify(@Mixin Place place) {
        return with(place, (context, log, archive, progress) -> new Restorer(context, log, archive, progress).verify());
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "Puts everything back into MongoDB.")
    int restore(@Mixin Place place) {
        return with(
                place, (context, log, archive, progress) -> new Restorer(context, log, archive, progress).restore());
    }

    private static int with(Place place, Work work) {
        var epoch = new ConnectionEpoch();
        var settings = MongoClientSettings.builder().applyConnectionString(new ConnectionString(place.url));
        var progress = new ArchiveProgressLine(System.err);
        try (MongoClient client = MongoClients.create(epoch.watch(settings).build());
                Archive archive = new Archive(Archive.storage(location(place.to), List.of(new S3StorageProvider())))) {
            var options = MongoOptions.defaults().withDatabasePrefix(place.prefix);
            var store = new MongoEventStore(client, epoch, options);
            work.on(place.context, store.openArchivable(existing(place, store)), archive, progress);
            progress.end();
            return 0;
        } catch (EventStoreException e) {
            progress.end();
            throw new LauncherException(e.code() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            progress.end();
            throw new LauncherException(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private static LogDefinition existing(Place place, MongoEventStore store) {
        return store.logs(place.context).stream()
                .filter(log -> log.aggregateType().equals(place.aggregate))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no log " + place.aggregate + " of the context "
                        + place.context + " in the database given by --mongodb-url and --database-prefix"));
    }

    private static URI location(String to) {
        return to.contains("://")
                ? URI.create(to)
                : Path.of(to).toAbsolutePath().toUri();
    }
}
