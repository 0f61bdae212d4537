package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.Rejection;

/** A domain for tests: a counter that does not go below zero. */
final class Counter implements Decider<Counter.Change, Long, Counter.Changed> {

    static final AggregateType<Change, Long, Changed> TYPE = new AggregateType<>(
            "test",
            "counter",
            new Counter(),
            EventTable.<Changed>builder().event("changed", 1, Changed.class).build());

    record Change(long by) {}

    record Changed(long by) implements DomainEvent {}

    record TooSmall(long value) implements Rejection {

        @Override
        public String code() {
            return "too-small";
        }

        @Override
        public String detail() {
            return "the counter is at " + value;
        }
    }

    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Decision<Changed> decide(Change command, Long value) {
        if (command.by() == Long.MIN_VALUE) {
            throw new IllegalStateException("a handler with a mistake in it");
        }
        if (command.by() == 0) {
            return Decision.nothing();
        }
        return value + command.by() < 0
                ? Decision.reject(new TooSmall(value))
                : Decision.accept(new Changed(command.by()));
    }

    @Override
    public Long evolve(Long value, Changed event) {
        return value + event.by();
    }
}
