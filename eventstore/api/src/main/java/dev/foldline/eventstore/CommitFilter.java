package dev.foldline.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Which commits of a log are wanted.
 *
 * @param aliases stored names of event types, old ones too: a commit is wanted whole when one of its events has one of them.
 *     Empty for every type
 * @param from the earliest time of a commit; {@link Instant#MIN} for no limit
 * @param until the time before which a commit must be; {@link Instant#MAX} for no limit
 */
public record CommitFilter(Set<String> aliases, Instant from, Instant until) {

    /**
     * How far the clocks of a partition's writers may be apart for a time range to be found whole. Commits roughly follow
     * each other in time, so a range of times is looked for in a range of positions that is wider by this much.
     */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final CommitFilter ALL = new CommitFilter(Set.of(), Instant.MIN, Instant.MAX);

    public CommitFilter {
        aliases = Set.copyOf(aliases);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a time range ends after it begins, not from " + from + " to " + until);
        }
    }

    /** Every commit. */
    public static CommitFilter all() {
        return ALL;
    }

    /** Of these only those with an event of one of the types. */
    public CommitFilter withAliases(Set<String> names) {
        return new CommitFilter(names, from, until);
    }

    /** Of these only those from a time on and before another. */
    public CommitFilter withTimes(Instant earliest, Instant before) {
        return new CommitFilter(aliases, earliest, before);
    }

    /** Whether the commit is wanted. */
    public boolean matches(Commit commit) {
        return !commit.time().isBefore(from)
                && commit.time().isBefore(until)
                && (aliases.isEmpty()
                        || commit.events().stream().map(EventData::alias).anyMatch(aliases::contains));
    }

    /** Whether a commit of this time shows that none before it is wanted, as far as clocks are within tolerance. */
    public boolean isBeforeAll(Instant time) {
        return from.isAfter(Instant.MIN.plus(CLOCK_TOLERANCE)) && time.isBefore(from.minus(CLOCK_TOLERANCE));
    }

    /** Whether a commit of this time shows that none after it is wanted, as far as clocks are within tolerance. */
    public boolean isAfterAll(Instant time) {
        return until.isBefore(Instant.MAX.minus(CLOCK_TOLERANCE)) && !time.isBefore(until.plus(CLOCK_TOLERANCE));
    }
}
