package dev.foldline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.LogReader;
import dev.foldline.eventstore.MergedReader;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.PlacedCommit;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.codec.EventCodec;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Prints commits, a line of JSON each, until there are as many as wanted or nobody reads any more. */
final class EventLines {

    private static final int AT_ONCE = 1_000;

    private final PrintWriter out;
    private final long limit;
    private long printed;

    EventLines(PrintWriter out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    /** The log by commit time; returns the option that goes on after the last line, empty at the end. */
    String merged(LogReader log, Set<Integer> only, CommitFilter filter, Token after) {
        List<Partition> partitions = log.descriptor().allPartitions().stream()
                .filter(partition -> only.isEmpty() || only.contains(partition.number()))
                .toList();
        requireThere(log, only);
        MergedReader reader = MergedReader.of(log, partitions, filter, after);
        while (isWanted()) {
            List<PlacedCommit> commits = reader.next((int) Math.min(AT_ONCE, limit - printed));
            if (commits.isEmpty()) {
                return "";
            }
            commits.forEach(this::print);
        }
        return "--after " + reader.position();
    }

    private static void requireThere(LogReader log, Set<Integer> numbers) {
        int partitions = log.descriptor().partitions();
        numbers.stream().filter(number -> number < 0 || number >= partitions).forEach(number -> {
            throw new LauncherException("The log has partitions 0 to " + (partitions - 1) + ", not " + number);
        });
    }

    /** One aggregate as it is; returns the option that goes on after the last line, empty at the end. */
    String aggregate(LogReader log, String id, long afterVersion, CommitFilter filter) {
        long version = afterVersion;
        String rest;
        List<Commit> commits;
        do {
            commits = log.load(id, version, version + AT_ONCE);
            rest = commits(log, commits, filter);
            version = commits.isEmpty() ? version : commits.getLast().nextVersion();
        } while (!commits.isEmpty() && rest.isEmpty());
        return rest;
    }

    /** One aggregate as it was; otherwise as {@link #aggregate}. */
    String aggregateAsOf(LogReader log, String id, long afterVersion, Instant time, CommitFilter filter) {
        List<Commit> commits = log.loadAsOf(id, time).stream()
                .filter(commit -> commit.version() >= afterVersion)
                .toList();
        return commits(log, commits, filter);
    }

    private String commits(LogReader log, List<Commit> commits, CommitFilter filter) {
        for (Commit commit : commits) {
            if (!isWanted()) {
                return "--after-version " + commit.version();
            }
            if (filter.matches(commit)) {
                print(new PlacedCommit(log.descriptor().partitionOf(commit.aggregateId()), commit));
            }
        }
        return "";
    }

    private boolean isWanted() {
        return printed < limit && !out.checkError();
    }

    private void print(PlacedCommit placed) {
        try {
            out.println(JsonFile.JSON.writeValueAsString(line(placed)));
            printed++;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode line(PlacedCommit placed) {
        Commit commit = placed.commit();
        ObjectNode line = JsonFile.JSON
                .createObjectNode()
                .put("partition", placed.partition().toString())
                .put("position", commit.position())
                .put("aggregate", commit.aggregateId())
                .put("version", commit.version())
                .put("time", commit.time().toString())
                .put("command", commit.commandId().toString());
        ArrayNode events = line.putArray("events");
        commit.events().forEach(event -> events.addObject()
                .put("type", event.alias())
                .put("revision", event.revision())
                .set("data", EventCodec.tree(event)));
        if (!commit.metadata().isEmpty()) {
            line.set("metadata", JsonFile.JSON.valueToTree(commit.metadata()));
        }
        return line;
    }
}
