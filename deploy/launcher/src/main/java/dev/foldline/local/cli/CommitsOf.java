package dev.foldline.local.cli;

import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.Token;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whose commits are meant: those of one aggregate, or those of the whole log. What is said of the one makes no sense of the other. */
final class CommitsOf {

    @ArgGroup(exclusive = false)
    private @Nullable OneAggregate aggregate;

    @ArgGroup(exclusive = false)
    private WholeLog log = new WholeLog();

    /** @throws ParameterException an option would be ignored, or has no meaning */
    void requireMeaning(CommandLine command) {
        if (aggregate != null && aggregate.id == null) {
            throw new ParameterException(
                    command, "--after-version and --as-of are of one aggregate: they need --id, which names it");
        }
        if (aggregate != null && aggregate.afterVersion < 0) {
            throw new ParameterException(
                    command, "--after-version is 0 for the beginning, or more, not " + aggregate.afterVersion);
        }
    }

    /** Prints them; returns the option that goes on after the last line, empty at the end. */
    String print(EventLines lines, EventLog opened, CommitFilter filter) {
        return aggregate == null ? log.print(lines, opened, filter) : aggregate.print(lines, opened, filter);
    }

    private static final class OneAggregate {

        @Option(names = "--id", description = "only this aggregate's; the index is used")
        private @Nullable String id;

        @Option(names = "--after-version", description = "with --id: after this version of it")
        private long afterVersion;

        @Option(names = "--as-of", paramLabel = "TIME", description = "with --id: what there was of it at this time")
        private @Nullable Instant asOf;

        String print(EventLines lines, EventLog opened, CommitFilter filter) {
            String known = Objects.requireNonNull(id);
            return asOf == null
                    ? lines.aggregate(opened, known, afterVersion, filter)
                    : lines.aggregateAsOf(opened, known, afterVersion, asOf, filter);
        }
    }

    private static final class WholeLog {

        @Option(
                names = "--partition",
                paramLabel = "N",
                description = "without --id: only this one; may be given several times")
        private Set<Integer> partitions = Set.of();

        @Option(
                names = "--after",
                paramLabel = "TOKEN",
                converter = TokenConverter.class,
                description = "without --id: after these positions, e.g. wallet/7@4211,wallet/9@12")
        private Token after = Token.NONE;

        String print(EventLines lines, EventLog opened, CommitFilter filter) {
            return lines.merged(opened, partitions, filter, after);
        }
    }

    /** Reads a token from the command line. */
    private static final class TokenConverter implements ITypeConverter<Token> {
        @Override
        public Token convert(String text) {
            return Token.parse(text);
        }
    }
}
