package dev.foldline.local.cli;

import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import java.time.Instant;
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

    @Mixin
    private LogStore logStore = new LogStore();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        logStore.open(store -> {
            Optional<Archive> archive = logStore.existingArchive();
            try {
                print(archive.map(store::withArchive).orElse(store));
            } finally {
                archive.ifPresent(Archive::close);
            }
        });
        return 0;
    }

    private void print(MongoEventStore store) {
        EventLog opened = store.open(existing(store));
        CommitFilter filter = CommitFilter.all().withAliases(types).withTimes(from, until);
        var lines = new EventLines(
                Objects.requireNonNull(spec).commandLine().getOut(), limit == 0 ? Long.MAX_VALUE : limit);
        String rest = lines(lines, opened, filter);
        if (!rest.isEmpty()) {
            spec.commandLine().getErr().println("There may be more: --limit 0 for all, or go on with " + rest);
        }
    }

    private String lines(EventLines lines, EventLog opened, CommitFilter filter) {
        if (id == null) {
            return lines.merged(opened, partitions, filter, after);
        }
        return asOf == null
                ? lines.aggregate(opened, id, afterVersion, filter)
                : lines.aggregateAsOf(opened, id, afterVersion, asOf, filter);
    }

    private LogDefinition existing(MongoEventStore store) {
        String[] names = log.split("/", -1);
        if (names.length != 2) {
            throw new LauncherException("A log is named by its context and its aggregate, e.g. wallet/wallet");
        }
        return logStore.definitions(store, names).getFirst();
    }

    /** Reads a token from the command line. */
    static final class TokenConverter implements ITypeConverter<Token> {
        @Override
        public Token convert(String text) {
            return Token.parse(text);
        }
    }
}
