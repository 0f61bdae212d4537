package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.Command;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A domain for tests: bets that are placed, of which some goes to a jackpot. */
final class Bets {

    record Placed(long stake) implements DomainEvent {}

    @Command(context = "casino", name = "contribute")
    record Contribute(String bet, long amount) {}

    @Command(context = "casino", name = "complain")
    record Complain(String about) {}

    @Command(context = "casino", name = "remind")
    record Remind(String bet, Instant of) {}

    static final EventTable<Placed> EVENTS =
            EventTable.<Placed>builder().event("placed", 1, Placed.class).build();

    private Bets() {}

    /** One policy, and how it differs from the usual. */
    record Contributing(
            String name, Ordering ordering, boolean fromStart, Function<RecordedEvent<Placed>, List<Reaction>> reaction)
            implements Policy<Placed> {

        Contributing() {
            this("contribute", Ordering.PARTITION, true, Contributing::contribute);
        }

        Contributing ordered(Ordering needed) {
            return new Contributing(name, needed, fromStart, reaction);
        }

        Contributing sinceDeployed() {
            return new Contributing(name, ordering, false, reaction);
        }

        Contributing reacting(Function<RecordedEvent<Placed>, List<Reaction>> other) {
            return new Contributing(name, ordering, fromStart, other);
        }

        private static List<Reaction> contribute(RecordedEvent<Placed> event) {
            return List.of(Reaction.send(
                    new Contribute(event.aggregate().id(), event.event().stake())));
        }

        @Override
        public String context() {
            return "casino";
        }

        @Override
        public EventSource<Placed> source() {
            return EventSource.stored("casino", "bet", EVENTS);
        }

        @Override
        public List<Reaction> react(RecordedEvent<Placed> event) {
            return reaction.apply(event);
        }

        @Override
        public List<Reaction> refused(RecordedEvent<Placed> event, Object command, CommandAnswer.Rejected reason) {
            return List.of(Reaction.send(new Complain(reason.code())));
        }
    }
}
