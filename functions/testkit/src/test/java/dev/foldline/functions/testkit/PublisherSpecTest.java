package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.testkit.Counter.Counted;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PublisherSpecTest {

    private final PublisherSpec<Counted, Told> spec =
            PublisherSpec.of(new Teller()).about("c-1");

    record Told(String counter, int number) {}

    /** Tells of even numbers. */
    private static class Teller implements Publisher<Counted, Told> {

        @Override
        public EventSource<Counted> source() {
            return Counter.TYPE.source();
        }

        @Override
        public EventSource<Told> stream() {
            EventTable<Told> events =
                    EventTable.<Told>builder().event("told", 1, Told.class).build();
            return EventSource.published("test", "counts", events);
        }

        @Override
        public List<Told> publish(RecordedEvent<Counted> event) {
            int number = event.event().number();
            return number % 2 == 0 ? List.of(new Told(event.aggregate().id(), number)) : List.of();
        }
    }

    @Test
    void passes_when_the_publisher_does_as_it_says() {
        spec.when(new Counted(2)).thenPublishes(new Told("c-1", 2));
        spec.when(new Counted(3)).thenPublishesNothing();
    }

    @Test
    void fails_when_the_publisher_does_anything_else() {
        fails(() -> spec.when(new Counted(2)).thenPublishesNothing());
        fails(() -> spec.when(new Counted(2)).thenPublishes());
        fails(() -> spec.when(new Counted(2)).thenPublishes(new Told("c-2", 2)));
        fails(() -> spec.when(new Counted(3)).thenPublishes(new Told("c-1", 3)));
    }

    @Test
    void fails_when_it_depends_on_more_than_the_event() {
        fails(() -> PublisherSpec.of(new Teller() {
                    private int calls;

                    @Override
                    public List<Told> publish(RecordedEvent<Counted> event) {
                        return List.of(new Told("c-1", ++calls));
                    }
                })
                .when(new Counted(2)));
    }

    @Test
    void fails_when_an_event_is_not_read_back_as_it_was() {
        fails(() -> spec.when(new Counted(-2)));
    }

    private static void fails(ThrowingCallable spec) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(spec);
    }
}
