package dev.foldline.functions.runtime.publish;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.PublishedStream;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A domain for tests: notes, of which others are told nothing when their number can be divided by 4, and twice when by 3. */
public final class Notes implements Publisher<Notes.Noted, Notes.Told> {

    public record Noted(int number) {}

    @PublishedStream(context = "desk", name = "notes")
    public record Told(String note) {}

    public static final EventSource<Noted> STORED = EventSource.stored(
            "desk",
            "note",
            EventTable.<Noted>builder().event("noted", 1, Noted.class).build());
    public static final EventSource<Told> PUBLISHED = EventSource.published(
            "desk",
            "notes",
            EventTable.<Told>builder().event("told", 1, Told.class).build());
    public static final StreamCatalog CATALOG = new StreamCatalog(List.of(new StreamCatalog.Stream("desk", "notes")));

    private static final EventCodec<Noted> CODEC = new EventCodec<>(STORED.events(), PayloadFormat.CBOR);
    private static final EventCodec<Told> TOLD = new EventCodec<>(PUBLISHED.events(), PayloadFormat.CBOR);

    @Override
    public EventSource<Noted> source() {
        return STORED;
    }

    @Override
    public EventSource<Told> stream() {
        return PUBLISHED;
    }

    @Override
    public List<Told> publish(RecordedEvent<Noted> event) {
        return told(event.event().number());
    }

    private static List<Told> told(int number) {
        if (number == 13) {
            throw new IllegalArgumentException("nobody is told of 13");
        }
        var once = new Told("note " + number);
        return number % 4 == 0 ? List.of() : number % 3 == 0 ? List.of(once, once) : List.of(once);
    }

    /** What is told of notes of these numbers, in order. */
    public static List<String> toldOf(List<Integer> numbers) {
        return numbers.stream()
                .flatMap(number -> told(number).stream())
                .map(Told::note)
                .toList();
    }

    /** Appends one commit with these notes to the partition, as its only writer. */
    public static Commit append(EventLog log, int partition, String aggregateId, Integer... numbers) {
        List<EventData> events = Stream.of(numbers)
                .map(number -> CODEC.encode(new Noted(number)))
                .toList();
        var commit = new NewCommit(
                aggregateId,
                log.version(aggregateId),
                UUID.randomUUID(),
                Instant.parse("2026-01-02T03:04:05Z"),
                events,
                Map.of(Metadata.ACTOR, "p-1"));
        long tail = log.head(partition);
        log.append(partition, tail, List.of(commit));
        return commit.at(tail + 1);
    }

    /** An aggregate id in the partition, one of several. */
    public static String idIn(EventLog log, int partition, int which) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "n-" + which + "-" + i)
                .filter(id -> log.descriptor().partitionOf(id).number() == partition)
                .findFirst()
                .orElseThrow();
    }

    /** The notes in the commits, in order. */
    public static List<String> notes(List<Commit> commits) {
        var notes = new ArrayList<String>();
        for (Commit commit : commits) {
            commit.events().forEach(event -> notes.add(TOLD.decode(event).note()));
        }
        return notes;
    }

    /** Numbers as a list, to be compared. */
    public static List<Integer> numbers(Integer... numbers) {
        return Arrays.asList(numbers);
    }
}
