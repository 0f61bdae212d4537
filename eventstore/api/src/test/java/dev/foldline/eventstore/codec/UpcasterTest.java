package dev.foldline.eventstore.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.UnreadableEventException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpcasterTest {

    record First(String name, long balance, String note) {}

    record Money(long minor, String currency) {}

    record Third(String given, String family, long balanceMinor, Money limit) {}

    private static final EventTable<Third> TABLE = EventTable.<Third>builder()
            .event("opened", 3, Third.class)
            .upcast("opened", 1, Upcaster.rename("balance", "balanceMinor").then(Upcaster.drop("note")))
            .upcast(
                    "opened",
                    2,
                    Upcaster.split("name", UpcasterTest::names)
                            .then(Upcaster.defaultTo("limit", new Money(500, "EUR"))))
            .build();

    private static Map<String, JsonNode> names(JsonNode name) {
        String whole = name.textValue();
        int space = whole.indexOf(' ');
        return Map.of("given", text(whole.substring(0, space)), "family", text(whole.substring(space + 1)));
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_is_brought_up_revision_by_revision(PayloadFormat format) {
        EventData stored = stored("opened", 1, format, new First("Ada Lovelace", Long.MAX_VALUE, "x"));

        assertThat(new EventCodec<>(TABLE, format).decode(stored))
                .isEqualTo(new Third("Ada", "Lovelace", Long.MAX_VALUE, new Money(500, "EUR")));
    }

    @Test
    void a_later_revision_takes_the_later_steps_only() {
        assertThat(decode(
                        "opened",
                        2,
                        "{\"name\":\"A B\",\"balanceMinor\":7,\"limit\":{\"minor\":1,\"currency\":\"USD\"}}"))
                .isEqualTo(new Third("A", "B", 7, new Money(1, "USD")));
        assertThatThrownBy(() -> decode("opened", 2, "{\"name\":\"A B\",\"balance\":7}"))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void the_table_names_every_revision_that_is_read() {
        assertThat(TABLE.names())
                .containsOnlyKeys(name("opened", 1), name("opened", 2), name("opened", 3))
                .containsValue(Third.class);
        assertThat(TABLE.isUpcast(name("opened", 1))).isTrue();
        assertThat(TABLE.isUpcast(name("opened", 3))).isFalse();
        assertThat(TABLE.typeOf("opened", 1)).isEqualTo(Third.class);
        assertThatThrownBy(() -> TABLE.typeOf("opened", 4)).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> TABLE.typeOf("Not Kebab", 1)).isInstanceOf(UnreadableEventException.class);
    }

    record Everything(
            UUID id,
            Instant at,
            BigDecimal exact,
            double wide,
            float narrow,
            ByteBuffer bytes,
            Optional<Integer> none) {}

    record Marked(
            UUID id,
            Instant at,
            BigDecimal exact,
            double wide,
            float narrow,
            ByteBuffer bytes,
            Optional<Integer> none,
            List<Integer> mark) {}

    @ParameterizedTest
    @EnumSource
    void what_a_step_does_not_touch_stays_as_it_was(PayloadFormat format) {
        var before = new Everything(
                new UUID(1, 2),
                Instant.parse("2026-03-01T12:00:00.123456789Z"),
                new BigDecimal("0.10"),
                0.1,
                0.1f,
                ByteBuffer.wrap(new byte[] {1, 2}),
                Optional.empty());
        EventTable<Marked> table = EventTable.<Marked>builder()
                .event("all", 2, Marked.class)
                .upcast("all", 1, Upcaster.defaultTo("mark", List.of(1)))
                .build();

        Marked read = new EventCodec<>(table, format).decode(stored("all", 1, format, before));

        assertThat(read)
                .isEqualTo(new Marked(
                        before.id(),
                        before.at(),
                        before.exact(),
                        0.1,
                        0.1f,
                        before.bytes(),
                        Optional.empty(),
                        List.of(1)));
    }

    record Plain(String a, String b) {}

    @Test
    void a_step_leaves_an_event_alone_that_does_not_have_its_field() {
        Upcaster steps = Upcaster.rename("x", "y")
                .then(Upcaster.split("x", value -> Map.of("y", value)))
                .then(Upcaster.drop("x"))
                .then(Upcaster.defaultTo("a", "z"));
        assertThat(plain(steps).decode(json("plain", 1, "{\"a\":\"1\",\"b\":\"2\"}")))
                .isEqualTo(new Plain("1", "2"));
    }

    @Test
    void a_field_may_take_another_form_under_its_name() {
        Upcaster step = Upcaster.split("a", a -> Map.of("a", text("was " + a.intValue())));
        assertThat(plain(step).decode(json("plain", 1, "{\"a\":1,\"b\":\"2\"}")))
                .isEqualTo(new Plain("was 1", "2"));
    }

    @Test
    void a_step_that_fails_makes_the_event_unreadable_and_tells_nothing_of_it() {
        List<Upcaster> failing = List.of(
                Upcaster.rename("a", "b"),
                Upcaster.drop("a"),
                Upcaster.split("a", a -> {
                    throw new IllegalStateException("not a number: " + a.textValue());
                }),
                event -> event.putObject("a"));
        for (Upcaster step : failing) {
            assertThatThrownBy(() -> plain(step).decode(json("plain", 1, "{\"a\":\"secret\",\"b\":\"secret\"}")))
                    .isInstanceOf(UnreadableEventException.class)
                    .hasMessageContaining("'plain' revision 1")
                    .satisfies(UpcasterTest::tellsNoSecret);
        }
    }

    private static void tellsNoSecret(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            assertThat(cause.getMessage()).doesNotContain("secret");
        }
    }

    @Test
    void a_chain_ends_at_a_record_and_has_no_gap() {
        EventTableBuilder<Plain> gap = EventTable.<Plain>builder()
                .event("plain", 4, Plain.class)
                .upcast("plain", 1, Upcaster.drop("x"))
                .upcast("plain", 3, Upcaster.drop("x"));
        assertThatThrownBy(gap::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 2");
        assertThat(gap.upcast("plain", 2, Upcaster.drop("x")).build().names()).hasSize(4);
    }

    @Test
    void a_name_is_read_in_one_way() {
        EventTableBuilder<Plain> builder = EventTable.<Plain>builder().event("plain", 2, Plain.class);
        assertThatThrownBy(() -> builder.upcast("plain", 2, Upcaster.drop("x")))
                .isInstanceOf(IllegalArgumentException.class);
        builder.upcast("plain", 1, Upcaster.drop("x"));
        assertThatThrownBy(() -> builder.alias("plain", 1, Plain.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static EventCodec<Plain> plain(Upcaster step) {
        EventTable<Plain> table = EventTable.<Plain>builder()
                .event("plain", 2, Plain.class)
                .upcast("plain", 1, step)
                .build();
        return new EventCodec<>(table, PayloadFormat.CBOR);
    }

    private static Third decode(String alias, int revision, String json) {
        return new EventCodec<>(TABLE, PayloadFormat.CBOR).decode(json(alias, revision, json));
    }

    private static EventData json(String alias, int revision, String json) {
        return new EventData(alias, revision, json.getBytes(UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static <E> EventData stored(String alias, int revision, PayloadFormat format, E event) {
        EventTable<E> table = EventTable.<E>builder()
                .event(alias, revision, (Class<E>) event.getClass())
                .build();
        return new EventCodec<>(table, format).encode(event);
    }

    private static EventTable.Name name(String alias, int revision) {
        return new EventTable.Name(alias, revision);
    }
}
