package dev.foldline.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every revision of a published event has a committed sample in {@code src/test/resources/published}, which must stay readable
 * for ever: others have read it. The first line is CBOR in hexadecimal, the second JSON.
 */
class PublishedEventsTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("wallet-opened", new WalletPublished.WalletOpened(WALLET, new PlayerId("p-1"), EUR)),
                Arguments.of(
                        "bet-placed", new WalletPublished.BetPlaced(WALLET, new RoundId("r-1"), new Amount(250), EUR)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_committed_sample_stays_readable(String alias, WalletPublished event) throws IOException {
        String[] sample = sample(alias + ".1.txt");
        byte[] cbor = HexFormat.of().parseHex(sample[0]);
        var codec = new EventCodec<>(WalletPublished.STREAM.events(), PayloadFormat.CBOR);
        assertThat(codec.decode(new EventData(alias, 1, cbor))).isEqualTo(event);
        assertThat(codec.decode(new EventData(alias, 1, sample[1].getBytes(UTF_8))))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_published_today_is_the_sample(String alias, WalletPublished event) throws IOException {
        EventData stored = new EventCodec<>(WalletPublished.STREAM.events(), PayloadFormat.CBOR).encode(event);
        EventData json = new EventCodec<>(WalletPublished.STREAM.events(), PayloadFormat.JSON).encode(event);
        assertThat(stored.alias()).isEqualTo(alias);
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(HexFormat.of().formatHex(stored.payload()) + "\n" + new String(json.payload(), UTF_8))
                .isEqualTo(String.join("\n", sample(alias + ".1.txt")));
    }

    @Test
    void every_published_event_has_a_sample() {
        assertThat(samples().<Class<?>>map(sample -> sample.get()[1].getClass()))
                .containsAll(List.of(WalletPublished.class.getPermittedSubclasses()));
    }

    private static String[] sample(String name) throws IOException {
        try (InputStream in = PublishedEventsTest.class.getResourceAsStream("/published/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8)
                    .strip()
                    .split("\n");
        }
    }
}
