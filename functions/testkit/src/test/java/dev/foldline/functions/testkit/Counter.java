package dev.foldline.functions.testkit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.Rejection;

/** An aggregate to test the tests with: counts up, but not beyond ten. */
class Counter implements Decider<Counter.Command, Integer, Counter.Counted> {

    static final AggregateType<Command, Integer, Counted> TYPE = type(new Counter());

    private static final int MOST = 10;

    sealed interface Command {}

    record Add(int number) implements Command {}

    /** Has a natural key: the number itself. */
    record CountTo(int number) implements Command {}

    /** Loses its sign when it is read back. */
    record Counted(int number) implements DomainEvent {

        @JsonCreator
        static Counted read(@JsonProperty("number") int number) {
            return new Counted(Math.abs(number));
        }
    }

    record TooMuch(int most) implements Rejection {

        @Override
        public String code() {
            return "too-much";
        }

        @Override
        public String detail() {
            return "counts to " + most;
        }
    }

    static AggregateType<Command, Integer, Counted> type(Decider<Command, Integer, Counted> decider) {
        EventTable<Counted> events =
                EventTable.<Counted>builder().event("counted", 1, Counted.class).build();
        return new AggregateType<>("test", "counter", decider, events);
    }

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Decision<Counted> decide(Command command, Integer state) {
        return switch (command) {
            case Add c -> count(c.number, state);
            case CountTo c -> count(c.number - state, state);
        };
    }

    private static Decision<Counted> count(int number, int state) {
        if (state + number > MOST) {
            return Decision.reject(new TooMuch(MOST));
        }
        return number <= 0 ? Decision.nothing() : Decision.accept(new Counted(number));
    }

    @Override
    public Integer evolve(Integer state, Counted event) {
        return state + event.number;
    }
}
