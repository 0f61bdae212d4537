package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.LogReader;
import dev.foldline.eventstore.NewCommit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commits to append in tests. */
final class Commits {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123Z");

    private Commits() {}

    /** An id that belongs to the partition, always the same for the same name. */
    static String idIn(LogReader log, int partition, String name) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> name + "-" + i)
                .filter(id -> log.descriptor().partitionOf(id).number() == partition)
                .findFirst()
                .orElseThrow();
    }

    static NewCommit commit(String aggregateId, long version) {
        return commit(aggregateId, version, UUID.randomUUID());
    }

    static NewCommit commit(String aggregateId, long version, UUID commandId) {
        return commit(aggregateId, version, commandId, 1);
    }

    static NewCommit commit(String aggregateId, long version, UUID commandId, int events) {
        List<EventData> data = IntStream.range(0, events)
                .mapToObj(i -> new EventData("happened", 1, bytes("{\"n\":" + i + "}")))
                .toList();
        return new NewCommit(aggregateId, version, commandId, TIME, data, Map.of());
    }

    /** A commit of this time, with an event of each type. */
    static NewCommit commitAt(Instant time, String aggregateId, long version, String... aliases) {
        List<EventData> events = Stream.of(aliases)
                .map(alias -> new EventData(alias, 1, bytes("{}")))
                .toList();
        return new NewCommit(aggregateId, version, UUID.randomUUID(), time, events, Map.of());
    }

    /** The first so many commits of one aggregate, from version 0. */
    static List<NewCommit> commits(String aggregateId, int count) {
        return commits(aggregateId, 0, count);
    }

    static List<NewCommit> commits(String aggregateId, long version, int count) {
        var commits = new ArrayList<NewCommit>();
        for (int i = 0; i < count; i++) {
            commits.add(commit(aggregateId, version + i));
        }
        return commits;
    }

    /** A commit that uses everything a commit can have. */
    static NewCommit full(String aggregateId) {
        List<EventData> events = List.of(
                new EventData("opened", 1, new byte[] {(byte) 0xA0}),
                new EventData("renamed", 7, bytes("{\"name\":\"Ærøskøbing\"}")),
                new EventData("emptied", 1, new byte[0]));
        Map<String, String> metadata = Map.of("correlation", UUID.randomUUID().toString(), "actor", "o’neill 💶");
        return new NewCommit(aggregateId, 0, UUID.randomUUID(), TIME, events, metadata);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
