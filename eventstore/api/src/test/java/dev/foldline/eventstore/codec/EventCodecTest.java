package dev.foldline.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.UnreadableEventException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventCodecTest {

    sealed interface Event permits Opened, Moved {}

    record Opened(UUID id, String owner, Instant at, List<String> tags) implements Event {}

    record Moved(long amountMinor, BigDecimal rate, boolean settled) implements Event {}

    private static final EventTable<Event> TABLE = EventTable.<Event>builder()
            .event("opened", 1, Opened.class)
            .event("moved", 2, Moved.class)
            .build();

    private static final Opened OPENED =
            new Opened(new UUID(1, 2), "Ærø 💶", Instant.parse("2026-03-01T12:00:00.123456Z"), List.of("a", "b"));

    @ParameterizedTest
    @EnumSource
    void what_was_encoded_is_decoded(PayloadFormat format) {
        var codec = new EventCodec<>(TABLE, format);
        Moved moved = new Moved(Long.MAX_VALUE, new BigDecimal("0.10"), true);

        assertThat(codec.decode(codec.encode(OPENED))).isEqualTo(OPENED);
        assertThat(codec.decode(codec.encode(moved))).isEqualTo(moved);
        assertThat(codec.encode(moved))
                .extracting(EventData::alias, EventData::revision)
                .containsExactly("moved", 2);
    }

    record Grown(long amountMinor, BigDecimal rate, boolean settled, Optional<String> note) {}

    private static final EventTable<Grown> GROWN =
            EventTable.<Grown>builder().event("moved", 2, Grown.class).build();

    @ParameterizedTest
    @EnumSource
    void a_field_that_a_record_does_not_have_is_refused_unless_events_of_others_are_read(PayloadFormat format) {
        EventData grown = new EventCodec<>(GROWN, format).encode(new Grown(5, BigDecimal.ONE, true, Optional.of("n")));

        assertThatThrownBy(() -> new EventCodec<>(TABLE, format).decode(grown))
                .isInstanceOf(UnreadableEventException.class);
        assertThat(EventCodec.tolerant(TABLE, format).decode(grown)).isEqualTo(new Moved(5, BigDecimal.ONE, true));
    }

    @ParameterizedTest
    @EnumSource
    void an_optional_field_that_old_events_do_not_have_is_empty(PayloadFormat format) {
        EventData old = new EventCodec<>(TABLE, format).encode(new Moved(5, BigDecimal.ONE, true));
        var grown = new Grown(5, BigDecimal.ONE, true, Optional.empty());

        assertThat(new EventCodec<>(GROWN, format).decode(old)).isEqualTo(grown);
        assertThat(new EventCodec<>(GROWN, format).encode(grown)).isEqualTo(old);
    }

    @Test
    void both_formats_are_readable_whichever_is_written() {
        var cbor = new EventCodec<>(TABLE, PayloadFormat.CBOR);
        var json = new EventCodec<>(TABLE, PayloadFormat.JSON);

        assertThat(cbor.decode(json.encode(OPENED))).isEqualTo(OPENED);
        assertThat(json.decode(cbor.encode(OPENED))).isEqualTo(OPENED);
        assertThat(json.encode(OPENED).payload().length)
                .isGreaterThan(cbor.encode(OPENED).payload().length);
    }

    @Test
    void what_was_stored_by_earlier_versions_stays_readable() {
        var codec = new EventCodec<>(TABLE, PayloadFormat.CBOR);
        Moved moved = new Moved(250, new BigDecimal("1.5"), false);
        byte[] cbor = HexFormat.of().parseHex("bf6b616d6f756e744d696e6f7218fa6472617465c482200f67736574746c6564f4ff");
        byte[] json = "{\"amountMinor\":250,\"rate\":1.5,\"settled\":false}".getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decode(new EventData("moved", 2, cbor))).isEqualTo(moved);
        assertThat(codec.decode(new EventData("moved", 2, json))).isEqualTo(moved);
    }

    @Test
    void an_unknown_alias_fails() {
        var codec = new EventCodec<>(TABLE, PayloadFormat.CBOR);

        assertThatThrownBy(() -> codec.decode(new EventData("closed", 1, new byte[] {(byte) 0xA0})))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_payload_that_does_not_fit_fails_without_telling_what_is_in_it() {
        var codec = new EventCodec<>(TABLE, PayloadFormat.CBOR);

        for (String payload : List.of("", "[]", "{}", "{\"amountMinor\":\"secret\"}", "{\"secret\":1}", "secret")) {
            var data = new EventData("moved", 2, payload.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> codec.decode(data))
                    .isInstanceOf(UnreadableEventException.class)
                    .hasMessageContaining("moved")
                    .message()
                    .doesNotContain("secret");
        }
    }

    /** It could not be read again. */
    @Test
    void an_event_with_a_null_in_it_cannot_be_encoded() {
        record Renamed(@Nullable String name, List<String> tags) {}
        var table =
                EventTable.<Renamed>builder().event("renamed", 1, Renamed.class).build();

        for (PayloadFormat format : PayloadFormat.values()) {
            var codec = new EventCodec<>(table, format);
            assertThatThrownBy(() -> codec.encode(new Renamed(null, List.of())))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> codec.encode(new Renamed("x", Arrays.asList("a", null))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_event_that_is_not_in_the_table_cannot_be_encoded() {
        var codec = new EventCodec<>(
                EventTable.<Event>builder().event("moved", 1, Moved.class).build(), PayloadFormat.JSON);

        assertThatThrownBy(() -> codec.encode(OPENED)).isInstanceOf(IllegalArgumentException.class);
        assertThat(codec.encode(new Moved(1, BigDecimal.ONE, true)).alias()).isEqualTo("moved");
    }
}
