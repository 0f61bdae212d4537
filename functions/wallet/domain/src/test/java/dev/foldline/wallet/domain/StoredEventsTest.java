package dev.foldline.wallet.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
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
    private static final RoundId ROUND = new RoundId("r-1");
    private static final SessionId SESSION = new SessionId("s-1");
    private static final Instant END = Instant.parse("2026-01-31T20:00:00Z");

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("wallet-opened", 1, new WalletOpened(new PlayerId("p-1"), EUR)),
                Arguments.of("funds-deposited", 1, new FundsDeposited(new Money(1_000, EUR))),
                Arguments.of("funds-withdrawn", 1, new FundsWithdrawn(new Money(Long.MAX_VALUE, EUR))),
                Arguments.of("bet-placed", 1, new BetPlaced(ROUND, new Money(250, EUR))),
                Arguments.of("bet-settled", 1, new BetSettled(ROUND, new Money(0, EUR))),
                Arguments.of("winnings-credited", 1, new WinningsCredited(new PayoutId("p-1"), new Money(250, EUR))),
                Arguments.of("session-started", 1, new SessionStarted(SESSION, new SessionEnd(END.toString()))),
                Arguments.of("session-ended", 1, new SessionEnded(SESSION)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_committed_sample_stays_readable(String alias, int revision, WalletEvent event) throws IOException {
        String[] sample = sample(alias + "." + revision + ".txt");
        var codec = new EventCodec<>(WalletEvents.TABLE, PayloadFormat.CBOR);
        byte[] cbor = HexFormat.of().parseHex(sample[0]);
        assertThat(codec.decode(new EventData(alias, revision, cbor))).isEqualTo(event);
        assertThat(codec.decode(new EventData(alias, revision, sample[1].getBytes(UTF_8))))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_written_today_is_the_sample(String alias, int revision, WalletEvent event) throws IOException {
        EventData stored = new EventCodec<>(WalletEvents.TABLE, PayloadFormat.CBOR).encode(event);
        EventData json = new EventCodec<>(WalletEvents.TABLE, PayloadFormat.JSON).encode(event);
        assertThat(stored.alias()).isEqualTo(alias);
        assertThat(stored.revision()).isEqualTo(revision);
        assertThat(HexFormat.of().formatHex(stored.payload()) + "\n" + new String(json.payload(), UTF_8))
                .isEqualTo(String.join("\n", sample(alias + "." + revision + ".txt")));
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(samples().<Class<?>>map(sample -> sample.get()[2].getClass()))
                .containsAll(List.of(WalletEvent.class.getPermittedSubclasses()));
    }

    private static String[] sample(String name) throws IOException {
        try (InputStream in = StoredEventsTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8)
                    .strip()
                    .split("\n");
        }
    }
}
