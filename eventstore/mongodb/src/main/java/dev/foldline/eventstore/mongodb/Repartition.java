package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Copies a log into another number of partitions, elsewhere, while nobody writes to it: the same commits with the same
 * command ids, times and metadata, each aggregate's in their order, at new positions of a log with a new identity. The copy
 * is compared with its source event by event before anybody can open it. One that was interrupted is continued by the next.
 *
 * @param from where the log is
 * @param to where its copy will be: not the same database
 * @param partitions how many the copy has
 * @param left handlers whose checkpoints are left behind
 * @param republish whether logs that are published from this one may be left behind
 */
public record Repartition(
        LogPlace from,
        LogPlace to,
        String context,
        String aggregateType,
        int partitions,
        Set<String> left,
        boolean republish) {

    /** Hears how far it is, often. */
    @FunctionalInterface
    public interface Progress {

        /**
         * What is done.
         *
         * @param phase what is being done
         * @param done how many commits of it
         * @param total how many there are
         */
        void at(Phase phase, long done, long total);
    }

    /** What a repartition does, one after the other. */
    public enum Phase {
        COPYING,
        COMPARING
    }

    /**
     * What was done.
     *
     * @param id the identity of the new log
     * @param commits how many it has
     * @param events how many events they have
     * @param heads its heads
     * @param moved the handlers whose checkpoints are at its heads
     */
    public record Done(UUID id, long commits, long events, List<Long> heads, Set<String> moved) {}

    public Repartition {
        left = Set.copyOf(left);
    }

    /**
     * Does it, or what is left of it.
     *
     * @throws RepartitionException it cannot be done; the message says why and what to do
     * @throws dev.foldline.eventstore.EventStoreException as a log's methods do
     */
    public Done run(Progress progress) {
        EventLog source = from.store().open(definition(from, "copy"));
        List<Long> heads = source.heads();
        long total = heads.stream().mapToLong(Long::longValue).sum();
        var followers = new FollowerMove(from, to, context);
        Set<String> handlers = new TreeSet<>(followers.handlers(source.descriptor()));
        handlers.removeAll(left);
        requireNotPublished(source);
        followers.requireDone(handlers, source.descriptor(), heads);
        requireNothingPublished(source);
        var filling = new LogGuard.Filling(source.descriptor().id(), heads);
        EventLog copy = to.store().fill(new LogDefinition(context, aggregateType, partitions), filling);
        new LogCopy(copy).copy(new MergedLog(source, heads), done -> progress.at(Phase.COPYING, done, total));
        LogComparison.Equal equal = new LogComparison(copy)
                .compare(new MergedLog(source, heads), done -> progress.at(Phase.COMPARING, done, total));
        followers.move(handlers, copy);
        requireUnchanged(source, heads);
        to.store().filled(context, copy.descriptor());
        return new Done(copy.descriptor().id(), equal.commits(), equal.events(), copy.heads(), handlers);
    }

    private LogDefinition definition(LogPlace place, String what) {
        return place.store().logs(context).stream()
                .filter(log -> log.aggregateType().equals(aggregateType))
                .findFirst()
                .orElseThrow(() -> new RepartitionException("there is no log '" + aggregateType + "' to " + what
                        + " in database '" + place.options().databaseOf(context) + "'"));
    }

    /** Its publisher continues it partition by partition, and those who follow it are in other contexts. */
    private void requireNotPublished(EventLog source) {
        if (!origins(source).isEmpty()) {
            throw new RepartitionException(
                    "log '" + aggregateType + "' is what is published from another log, and has as"
                            + " many partitions as that one: repartition that one. docs/guides/repartition.md says what becomes of"
                            + " this one then");
        }
    }

    /** A published log says of each commit from which position of which log it comes, so it cannot go with the copy. */
    private void requireNothingPublished(EventLog source) {
        if (republish) {
            return;
        }
        for (LogDefinition definition : from.store().logs(context)) {
            if (!definition.aggregateType().equals(aggregateType)
                    && origins(from.store().open(definition))
                            .contains(source.descriptor().id().toString())) {
                throw new RepartitionException("log '" + definition.aggregateType() + "' is published from '"
                        + aggregateType
                        + "' and cannot go with it: it would be published anew, from the start, as another"
                        + " log. --republish accepts that; docs/guides/repartition.md says what it means for those who"
                        + " follow it");
            }
        }
    }

    /** The logs that this one is published from; none for any other. The last commits tell: they never leave for an archive. */
    private static Set<String> origins(EventLog log) {
        List<Long> heads = log.heads();
        return IntStream.range(0, heads.size())
                .mapToObj(partition -> log.read(partition, Math.max(0, heads.get(partition) - 1), 1))
                .flatMap(List::stream)
                .map(commit -> commit.metadata().get("source-log"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static void requireUnchanged(EventLog source, List<Long> heads) {
        List<Long> now = source.heads();
        if (!now.equals(heads)) {
            throw new RepartitionException("the log was written to meanwhile: its heads were " + heads + " and are "
                    + now + ". Stop what writes to it, drop the new log and start again");
        }
    }
}
