package dev.foldline.functions.deployment;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.PublishedStream;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.RecordedEvent;
import java.util.List;

/** A domain for tests: what a switch tells others. */
public final class Bulletins {

    private Bulletins() {}

    @PublishedStream(context = "home", name = "bulletins")
    public sealed interface Bulletin {

        EventSource<Bulletin> STREAM = EventSource.published(
                "home",
                "bulletins",
                EventTable.<Bulletin>builder()
                        .event("lights-on", 1, LightsOn.class)
                        .build());
    }

    public record LightsOn() implements Bulletin {}

    public static class SwitchPublisher implements Publisher<Switches.TurnedOn, Bulletin> {

        @Override
        public EventSource<Switches.TurnedOn> source() {
            return EventSource.stored(
                    "home",
                    "switch",
                    EventTable.<Switches.TurnedOn>builder()
                            .event("turned-on", 1, Switches.TurnedOn.class)
                            .build());
        }

        @Override
        public EventSource<Bulletin> stream() {
            return Bulletin.STREAM;
        }

        @Override
        public List<Bulletin> publish(RecordedEvent<Switches.TurnedOn> event) {
            return List.of(new LightsOn());
        }
    }

    public static class SecondSwitchPublisher extends SwitchPublisher {}

    /** Publishes to a stream that has no name. */
    public static class NamelessPublisher implements Publisher<Switches.TurnedOn, Switches.State> {

        @Override
        public EventSource<Switches.TurnedOn> source() {
            throw new IllegalStateException("never called");
        }

        @Override
        public EventSource<Switches.State> stream() {
            throw new IllegalStateException("never called");
        }

        @Override
        public List<Switches.State> publish(RecordedEvent<Switches.TurnedOn> event) {
            throw new IllegalStateException("never called");
        }
    }
}
