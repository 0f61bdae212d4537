package dev.foldline.local.cli;

import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @ArgGroup
    private CommitsOf commitsOf = new CommitsOf();

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
        requireMeaning(Objects.requireNonNull(spec).commandLine());
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

    private void requireMeaning(CommandLine command) {
        commitsOf.requireMeaning(command);
        if (limit < 0) {
            throw new ParameterException(command, "--limit is 0 for all, or more, not " + limit);
        }
    }

    private void print(MongoEventStore store) {
        EventLog opened = store.open(existing(store));
        CommitFilter filter = CommitFilter.all().withAliases(types).withTimes(from, until);
        var lines = new EventLines(
                Objects.requireNonNull(spec).commandLine().getOut(), limit == 0 ? Long.MAX_VALUE : limit);
        String rest = commitsOf.print(lines, opened, filter);
        if (!rest.isEmpty()) {
            spec.commandLine().getErr().println("There may be more: --limit 0 for all, or go on with " + rest);
        }
    }

    private LogDefinition existing(MongoEventStore store) {
        String[] names = log.split("/", -1);
        if (names.length != 2) {
            throw new LauncherException("A log is named by its context and its aggregate, e.g. wallet/wallet");
        }
        return logStore.definitions(store, names).getFirst();
    }
}
