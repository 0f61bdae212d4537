package dev.foldline.jackpot.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;
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
 * Every event revision has a committed sample in {@code src/test/resources/samples}, which must stay readable for ever. The
 * first line is CBOR in hexadecimal, the second JSON.
 */
class StoredEventsTest {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final DrawId DRAW = new DrawId("d-1");
    private static final WalletId WALLET = new WalletId("w-1");

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("jackpot-opened", 1, new JackpotOpened(EUR, new BasisPoints(100), new Seed(1_000))),
                Arguments.of(
                        "contribution-received",
                        1,
                        new ContributionReceived(WALLET, new RoundId("r-1"), new ExactAmount(2, 5_000))),
                Arguments.of(
                        "jackpot-drawn",
                        1,
                        new JackpotDrawn(DRAW, new PlayerId("p-1"), WALLET, new Amount(250), EUR, new Seed(0))),
                Arguments.of("prize-returned", 1, new PrizeReturned(DRAW, new Amount(250))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_committed_sample_stays_readable(String alias, int revision, JackpotEvent event) throws IOException {
        String[] sample = sample(alias + "." + revision + ".txt");
        var codec = new EventCodec<>(JackpotEvents.TABLE, PayloadFormat.CBOR);
        byte[] cbor = HexFormat.of().parseHex(sample[0]);
        assertThat(codec.decode(new EventData(alias, revision, cbor))).isEqualTo(event);
        assertThat(codec.decode(new EventData(alias, revision, sample[1].getBytes(UTF_8))))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_written_today_is_the_sample(String alias, int revision, JackpotEvent event) throws IOException {
        EventData stored = new EventCodec<>(JackpotEvents.TABLE, PayloadFormat.CBOR).encode(event);
        EventData json = new EventCodec<>(JackpotEvents.TABLE, PayloadFormat.JSON).encode(event);
        assertThat(stored.alias()).isEqualTo(alias);
        assertThat(stored.revision()).isEqualTo(revision);
        assertThat(HexFormat.of().formatHex(stored.payload()) + "\n" + new String(json.payload(), UTF_8))
                .isEqualTo(String.join("\n", sample(alias + "." + revision + ".txt")));
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(samples().<Class<?>>map(sample -> sample.get()[2].getClass()))
                .containsAll(List.of(JackpotEvent.class.getPermittedSubclasses()));
    }

    private static String[] sample(String name) throws IOException {
        try (InputStream in = StoredEventsTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8)
                    .strip()
                    .split("\n");
        }
    }
}
