package dev.foldline.projections.test;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Adds up what was counted; it cannot fold an event that counts 13, is broken by 14, and makes no row for "unfit" counters. */
public class Tally implements Projection<Tally.Counted, TallyRow> {

    public record Counted(long by) implements DomainEvent {}

    static final EventTable<Counted> EVENTS =
            EventTable.<Counted>builder().event("counted", 1, Counted.class).build();

    private final Ordering ordering;
    private final List<Instant> folded = new CopyOnWriteArrayList<>();

    public Tally() {
        this(Ordering.PARTITION);
    }

    public Tally(Ordering ordering) {
        this.ordering = ordering;
    }

    /** The times of the events, in the order in which they were folded. */
    public List<Instant> folded() {
        return folded;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public EventSource<Counted> source() {
        return EventSource.stored("test", "counter", EVENTS);
    }

    @Override
    public Class<TallyRow> rowType() {
        return TallyRow.class;
    }

    @Override
    public Optional<String> rowId(RecordedEvent<Counted> event) {
        return Optional.of(event.aggregate().id());
    }

    @Override
    public TallyRow newRow(String id) {
        if (id.startsWith("unfit")) {
            throw new IllegalArgumentException("unfit for a row");
        }
        var row = new TallyRow();
        row.id = id;
        return row;
    }

    @Override
    public void fold(TallyRow row, RecordedEvent<Counted> event) {
        if (event.event().by() == 13) {
            throw new IllegalArgumentException("13 cannot be counted");
        }
        if (event.event().by() == 14) {
            throw new StackOverflowError("14 is beyond counting");
        }
        folded.add(event.time());
        row.events++;
        row.sum += event.event().by();
    }
}
