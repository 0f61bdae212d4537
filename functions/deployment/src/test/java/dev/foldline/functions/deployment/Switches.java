package dev.foldline.functions.deployment;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Command;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Query;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.Responder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A domain for tests: a switch that is turned on. */
public final class Switches {

    private Switches() {}

    @Command(context = "home", name = "turn-on")
    public record TurnOn(String id) {}

    @Query(context = "home", name = "state", answer = State.class)
    public record FindState(String id) {}

    public record State(String id, boolean on) {}

    /** Answered in two parts. */
    @Query(
            context = "home",
            name = "house",
            responders = {"cellar", "attic"})
    public record FindHouse(String id) {}

    /** What parts have in common; itself it says nobody's name. */
    public abstract static class PartFunction implements QueryFunction<FindHouse, State> {

        @Override
        public String projection() {
            return "switches";
        }

        @Override
        public CompletionStage<Optional<State>> answer(FindHouse query) {
            return CompletableFuture.completedStage(Optional.of(new State(query.id(), true)));
        }
    }

    public static class HouseFunction extends PartFunction {}

    @Responder("celar")
    public static class MisspeltFunction extends PartFunction {}

    @Responder("cellar")
    public static class CellarFunction extends PartFunction {}

    @Responder("cellar")
    public static class SecondCellarFunction extends PartFunction {}

    public record TurnedOn() implements DomainEvent {}

    public static final class SwitchDecider implements Decider<TurnOn, Boolean, TurnedOn> {

        @Override
        public Boolean initial() {
            return false;
        }

        @Override
        public Decision<TurnedOn> decide(TurnOn command, Boolean on) {
            return on ? Decision.nothing() : Decision.accept(new TurnedOn());
        }

        @Override
        public Boolean evolve(Boolean on, TurnedOn event) {
            return true;
        }
    }

    public static class TurnOnFunction implements CommandFunction<TurnOn> {

        @Override
        public AggregateType<TurnOn, Boolean, TurnedOn> aggregateType() {
            return new AggregateType<>(
                    "home",
                    "switch",
                    new SwitchDecider(),
                    EventTable.<TurnedOn>builder()
                            .event("turned-on", 1, TurnedOn.class)
                            .build());
        }

        @Override
        public String aggregateId(TurnOn command) {
            return command.id();
        }
    }

    public static class SecondTurnOnFunction extends TurnOnFunction {}

    public static class StateFunction implements QueryFunction<FindState, State> {

        @Override
        public String projection() {
            return "switches";
        }

        @Override
        public CompletionStage<Optional<State>> answer(FindState query) {
            return CompletableFuture.completedStage(
                    query.id().equals("known") ? Optional.of(new State(query.id(), true)) : Optional.empty());
        }
    }

    /** Answers with something else than the contract says. */
    public static class OtherStateFunction implements QueryFunction<FindState, String> {

        @Override
        public String projection() {
            return "switches";
        }

        @Override
        public CompletionStage<Optional<String>> answer(FindState query) {
            return CompletableFuture.completedStage(Optional.empty());
        }
    }

    /** A command that does not say what it is called. */
    public record Nameless(String id) {}

    public static class NamelessFunction implements CommandFunction<Nameless> {

        @Override
        public AggregateType<? super Nameless, ?, ?> aggregateType() {
            throw new IllegalStateException("never called");
        }

        @Override
        public String aggregateId(Nameless command) {
            return command.id();
        }
    }

    /** Turns another switch on whenever one is turned on. */
    public static class TurnBackOn implements Policy<TurnedOn> {

        @Override
        public String context() {
            return "home";
        }

        @Override
        public String name() {
            return "turn-back-on";
        }

        @Override
        public EventSource<TurnedOn> source() {
            return new TurnOnFunction().aggregateType().source();
        }

        @Override
        public List<Reaction> react(RecordedEvent<TurnedOn> event) {
            return List.of(Reaction.send(new TurnOn("another")));
        }
    }

    static final class HiddenPolicy extends TurnBackOn {}
}
