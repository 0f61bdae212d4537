package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.LogDescriptor;
import java.util.List;
import java.util.stream.IntStream;

/** Partitions that one loop takes care of. Thread-safe. */
final class Lanes {

    private final Bell bell = new Bell();
    private final List<Lane> lanes;

    private Lanes(LogDescriptor log, IntStream partitions) {
        lanes = partitions
                .mapToObj(number -> new Lane(log.partition(number), new Inbox(bell)))
                .toList();
    }

    /** All partitions of a log as one. */
    static List<Lanes> together(LogDescriptor log) {
        return List.of(new Lanes(log, IntStream.range(0, log.partitions())));
    }

    /** Each partition of a log by itself. */
    static List<Lanes> sideBySide(LogDescriptor log) {
        return IntStream.range(0, log.partitions())
                .mapToObj(number -> new Lanes(log, IntStream.of(number)))
                .toList();
    }

    /** At least one. */
    List<Lane> all() {
        return lanes;
    }

    /** Waits until there is something to do. */
    void await() throws InterruptedException {
        bell.await(this::isDue);
    }

    boolean isDue() {
        return lanes.stream().anyMatch(lane -> lane.inbox().isDue());
    }

    /** The log has to be looked at. */
    void look() {
        lanes.forEach(lane -> lane.inbox().look());
    }

    /** What is heard is kept again. */
    void open() {
        lanes.forEach(lane -> lane.inbox().open());
    }

    /** Nobody will come for what was heard, unless they are opened again. */
    void close() {
        lanes.forEach(lane -> lane.inbox().close());
    }
}
