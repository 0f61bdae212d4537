package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.testkit.Counter.Counted;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProjectionSpecTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ProjectionSpec<Counted, Sum> spec = ProjectionSpec.of(new Sums());

    /** A row, compared by its fields. */
    @SuppressWarnings("unused") // compared by reflection
    static final class Sum {

        private int sum;
        private long version;
        private Instant changed = Instant.EPOCH;
    }

    /** Sums up what was counted; does not know of zeros. */
    private static class Sums implements Projection<Counted, Sum> {

        @Override
        public String name() {
            return "sums";
        }

        @Override
        public EventSource<Counted> source() {
            return Counter.TYPE.source();
        }

        @Override
        public Class<Sum> rowType() {
            return Sum.class;
        }

        @Override
        public Optional<String> rowId(RecordedEvent<Counted> event) {
            return event.event().number() == 0
                    ? Optional.empty()
                    : Optional.of(event.aggregate().id());
        }

        @Override
        public Sum newRow(String rowId) {
            return new Sum();
        }

        @Override
        public void fold(Sum row, RecordedEvent<Counted> event) {
            row.sum += event.event().number();
            row.version = event.version();
            row.changed = event.time();
        }
    }

    @Test
    void passes_when_the_rows_are_as_it_says() {
        spec.given("c-1", new Counted(3), new Counted(4))
                .thenRow("c-1", row(7, 2))
                .thenNoRow("c-2");
        spec.given("c-1", new Counted(0)).thenNoRow("c-1");
    }

    @Test
    void aggregates_and_times_are_told_apart() {
        Sum later = row(2, 2);
        later.changed = NOON;
        spec.given("c-1", new Counted(1))
                .given("c-2", new Counted(5))
                .at(NOON)
                .given("c-1", new Counted(1))
                .thenRow("c-1", later)
                .thenRow("c-2", row(5, 1));
    }

    @Test
    void fails_when_the_rows_are_anything_else() {
        var counted = spec.given("c-1", new Counted(3));
        fails(() -> counted.thenRow("c-1", row(4, 1)));
        fails(() -> counted.thenRow("c-1", row(3, 2)));
        fails(() -> counted.thenRow("c-2", row(3, 1)));
        fails(() -> counted.thenNoRow("c-1"));
    }

    @Test
    void fails_when_the_projection_remembers_more_than_its_rows() {
        fails(() -> ProjectionSpec.of(new Sums() {
                    private int all;

                    @Override
                    public void fold(Sum row, RecordedEvent<Counted> event) {
                        all += event.event().number();
                        row.sum = all;
                    }
                })
                .given("c-1", new Counted(3))
                .thenNoRow("c-2"));
    }

    @Test
    void fails_when_an_event_is_not_read_back_as_it_was() {
        fails(() -> spec.given("c-1", new Counted(-1)));
    }

    private static Sum row(int sum, long version) {
        var row = new Sum();
        row.sum = sum;
        row.version = version;
        return row;
    }

    private static void fails(ThrowingCallable spec) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(spec);
    }
}
