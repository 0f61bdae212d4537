package dev.foldline.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.UnreadableEventException;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedPayloadTest {

    record Noted(String text) {}

    private static final EventTable<Noted> TABLE =
            EventTable.<Noted>builder().event("noted", 1, Noted.class).build();

    private static final Noted LARGE = new Noted("a wallet's long story ".repeat(1_000));

    @ParameterizedTest
    @EnumSource
    void a_large_payload_is_written_small_and_read_by_codecs_that_compress_nothing(PayloadFormat format) {
        var plain = new EventCodec<>(TABLE, format);
        EventData stored = plain.compressingFrom(1_000).encode(LARGE);

        assertThat(stored.payload().length).isLessThan(plain.encode(LARGE).payload().length / 50);
        assertThat(plain.decode(stored)).isEqualTo(LARGE);
        assertThat(new EventCodec<>(TABLE, PayloadFormat.JSON).decode(stored)).isEqualTo(LARGE);
    }

    @Test
    void what_is_small_is_left_as_it_is() {
        var plain = new EventCodec<>(TABLE, PayloadFormat.CBOR);
        int length = plain.encode(LARGE).payload().length;

        assertThat(plain.compressingFrom(length + 1).encode(LARGE)).isEqualTo(plain.encode(LARGE));
        assertThat(plain.compressingFrom(length).encode(LARGE)).isNotEqualTo(plain.encode(LARGE));
        assertThat(plain.compressingFrom(0).encode(LARGE)).isEqualTo(plain.encode(LARGE));
        assertThat(plain.compressingFrom(1).encode(new Noted("x"))).isEqualTo(plain.encode(new Noted("x")));
    }

    record Drawn(ByteBuffer bytes) {}

    @Test
    void what_gets_no_smaller_is_left_as_it_is() {
        byte[] bytes = new byte[5_000];
        new Random(1).nextBytes(bytes);
        var drawn = new Drawn(ByteBuffer.wrap(bytes));
        var plain = new EventCodec<>(
                EventTable.<Drawn>builder().event("drawn", 1, Drawn.class).build(), PayloadFormat.CBOR);

        assertThat(plain.compressingFrom(1).encode(drawn)).isEqualTo(plain.encode(drawn));
    }

    /** Made by {@code zstd -19 --no-check}. */
    @Test
    void a_frame_of_the_reference_implementation_is_read() {
        byte[] frame = HexFormat.of().parseHex("28b52ffd20d3a50000687b2274657874223a226162227d0100c328e705");

        assertThat(decode(frame)).isEqualTo(new Noted("ab".repeat(100)));
    }

    @Test
    void a_damaged_frame_is_an_unreadable_event() {
        byte[] frame = new EventCodec<>(TABLE, PayloadFormat.CBOR)
                .compressingFrom(1)
                .encode(LARGE)
                .payload();
        for (int length = 0; length < frame.length; length++) {
            byte[] torn = Arrays.copyOf(frame, length);
            assertThatThrownBy(() -> decode(torn)).isInstanceOf(UnreadableEventException.class);
        }
        for (int at = 0; at < frame.length; at++) {
            byte[] flipped = frame.clone();
            flipped[at] ^= (byte) 0xFF;
            try {
                decode(flipped);
            } catch (UnreadableEventException e) {
                assertThat(e).hasMessageContaining("'noted' revision 1");
            }
        }
    }

    @Test
    void a_frame_is_unpacked_only_when_it_says_how_much_it_holds_and_holds_no_more() {
        // A single segment whose header says 4 GiB - 1, one that says nothing, and one that says less than it holds.
        for (String bomb : List.of(
                "28b52ffda0ffffffff" + "530000",
                "28b52ffd0058" + "530000",
                "28b52ffd20d2a50000687b2274657874223a226162227d0100c328e705")) {
            assertThatThrownBy(() -> decode(HexFormat.of().parseHex(bomb)))
                    .isInstanceOf(UnreadableEventException.class);
        }
    }

    /** A few hundred bytes that are sound and hold more than any commit. */
    @Test
    void a_frame_that_holds_too_much_is_not_unpacked() {
        byte[] zeros = new byte[Zstandard.MOST_BYTES + 1];
        byte[] frame = new byte[zeros.length];
        int length = new ZstdCompressor().compress(zeros, 0, zeros.length, frame, 0, frame.length);
        byte[] bomb = Arrays.copyOf(frame, length);

        assertThat(bomb.length).isLessThan(10_000);
        assertThatThrownBy(() -> Zstandard.unpacked(bomb))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("16777217");
    }

    @Test
    void what_is_too_large_to_be_unpacked_is_not_compressed() {
        var huge = new Noted("x".repeat(Zstandard.MOST_BYTES));
        var codec = new EventCodec<>(TABLE, PayloadFormat.CBOR).compressingFrom(1);

        assertThat(codec.encode(huge).payload()).hasSizeGreaterThan(Zstandard.MOST_BYTES);
    }

    private static Noted decode(byte[] payload) {
        return new EventCodec<>(TABLE, PayloadFormat.CBOR).decode(new EventData("noted", 1, payload));
    }
}
