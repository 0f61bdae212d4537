package dev.foldline.functions.runtime.amqp;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Command;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.Rejection;

/** A domain for tests: a tally that does not go below zero. */
final class Tally implements Decider<Tally.Add, Long, Tally.Added> {

    /** The command as its handler knows it. */
    @Command(context = "test", name = "add", aggregate = "id")
    record Add(String id, int by) {

        Add {
            if (by == 13) {
                throw new InvalidValueException("13 is not a number to add");
            }
        }
    }

    /** The command as its sender knows it. */
    @Command(context = "test", name = "add", aggregate = "id")
    record SendAdd(String id, long by) {}

    /** A command that no contract at hand has. */
    @Command(context = "test", name = "subtract")
    record Subtract(String id) {}

    record Added(long by) implements DomainEvent {}

    record BelowZero(long value) implements Rejection {

        @Override
        public String code() {
            return "below-zero";
        }

        @Override
        public String detail() {
            return "the tally is at " + value;
        }
    }

    static final class AddFunction implements CommandFunction<Add> {

        @Override
        public AggregateType<Add, Long, Added> aggregateType() {
            return new AggregateType<>(
                    "test",
                    "counter",
                    new Tally(),
                    EventTable.<Added>builder().event("added", 1, Added.class).build());
        }

        @Override
        public String aggregateId(Add command) {
            return command.id();
        }
    }

    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Decision<Added> decide(Add command, Long value) {
        if (command.by() == 666) {
            throw new IllegalStateException("a handler with a mistake in it");
        }
        return value + command.by() < 0
                ? Decision.reject(new BelowZero(value))
                : Decision.accept(new Added(command.by()));
    }

    @Override
    public Long evolve(Long value, Added event) {
        return value + event.by();
    }
}
