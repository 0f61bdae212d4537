package dev.foldline.functions.testkit.wiring;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Command;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.Rejection;

/** An aggregate to test the tests with: it says what it is told to, and can be told to behave otherwise in the application. */
final class Parrot implements Decider<Parrot.Say, String, Parrot.Said> {

    static final AggregateType<Say, String, Said> TYPE = new AggregateType<>(
            "test",
            "parrot",
            new Parrot(),
            EventTable.<Said>builder().event("said", 1, Said.class).build());

    /** Told in memory, and in the application: a word; what begins with "no" is refused, what ends in "!" said again and again. */
    @Command(context = "test", name = "say", aggregate = "parrot")
    public record Say(String parrot, String inMemory, String inApplication) {}

    public record Said(String parrot, String word) implements DomainEvent {}

    record Unwilling(String word) implements Rejection {

        @Override
        public String code() {
            return "unwilling";
        }

        @Override
        public String detail() {
            return "does not say " + word;
        }
    }

    public static final class SayFunction implements CommandFunction<Say> {

        @Override
        public AggregateType<? super Say, ?, ?> aggregateType() {
            return TYPE;
        }

        @Override
        public String aggregateId(Say command) {
            return command.parrot();
        }
    }

    @Override
    public String initial() {
        return "";
    }

    @Override
    public Decision<Said> decide(Say command, String last) {
        // The writers of an application run on virtual threads, tests do not.
        String word = Thread.currentThread().isVirtual() ? command.inApplication : command.inMemory;
        if (word.startsWith("no")) {
            return Decision.reject(new Unwilling(word));
        }
        return word.isEmpty() || word.equals(last)
                ? Decision.nothing()
                : Decision.accept(new Said(command.parrot, word.replace("!", "")));
    }

    @Override
    public String evolve(String last, Said event) {
        return event.word;
    }
}
