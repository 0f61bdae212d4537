package dev.foldline.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.EventSamples;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import java.time.Instant;
import java.util.List;
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

    private static final EventSamples<WalletEvent> SAMPLES =
            new EventSamples<>(StoredEventsTest.class, "/samples", WalletEvents.TABLE);

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
    void the_committed_sample_stays_readable(String alias, int revision, WalletEvent event) {
        SAMPLES.assertReadable(alias, revision, event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_written_today_is_the_sample(String alias, int revision, WalletEvent event) {
        SAMPLES.assertWritten(alias, revision, event);
    }

    @Test
    void every_event_has_a_sample_of_every_revision() {
        SAMPLES.assertComplete();
        assertThat(samples().<Class<?>>map(sample -> sample.get()[2].getClass()))
                .containsAll(List.of(WalletEvent.class.getPermittedSubclasses()));
    }
}
