package dev.foldline.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.UnreadableEventException;
import org.junit.jupiter.api.Test;

class EventTableTest {

    sealed interface Event permits Opened, Closed {}

    record Opened(String owner) implements Event {}

    record Closed() implements Event {}

    private final EventTable<Event> table = EventTable.<Event>builder()
            .event("opened", 2, Opened.class)
            .alias("opened", 1, Opened.class)
            .alias("account-created", 1, Opened.class)
            .event("closed", 1, Closed.class)
            .build();

    @Test
    void writes_an_event_under_one_name() {
        assertThat(table.nameOf(new Opened("x"))).isEqualTo(new EventTable.Name("opened", 2));
        assertThat(table.nameOf(new Closed())).isEqualTo(new EventTable.Name("closed", 1));
    }

    @Test
    void reads_an_event_under_its_name_and_under_its_old_ones() {
        assertThat(table.typeOf("opened", 2)).isEqualTo(Opened.class);
        assertThat(table.typeOf("opened", 1)).isEqualTo(Opened.class);
        assertThat(table.typeOf("account-created", 1)).isEqualTo(Opened.class);
    }

    @Test
    void fails_at_an_alias_and_at_a_revision_it_does_not_know() {
        assertThatThrownBy(() -> table.typeOf("renamed", 1))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("renamed");
        assertThatThrownBy(() -> table.typeOf("opened", 3))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("revision 3");
    }

    @Test
    void fails_at_an_event_it_does_not_have() {
        EventTable<Event> withoutClosed =
                EventTable.<Event>builder().event("opened", 1, Opened.class).build();

        assertThatThrownBy(() -> withoutClosed.nameOf(new Closed())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has_each_name_once_and_writes_each_event_under_one() {
        EventTableBuilder<Event> builder = EventTable.<Event>builder().event("opened", 1, Opened.class);

        assertThatThrownBy(() -> builder.alias("opened", 1, Closed.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.event("opened", 2, Opened.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_names_that_are_not_kebab_case_or_have_no_revision() {
        assertThatThrownBy(() -> new EventTable.Name("dev.foldline.Opened", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventTable.Name("opened", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
