package dev.foldline.jackpot.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.EventSamples;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;
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

    private static final EventSamples<JackpotEvent> SAMPLES =
            new EventSamples<>(StoredEventsTest.class, "/samples", JackpotEvents.TABLE);

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final DrawId DRAW = new DrawId("d-1");
    private static final WalletId WALLET = new WalletId("w-1");

    private static final JackpotOpened OPENED = new JackpotOpened(EUR, new BasisPoints(100), new Seed(1_000));

    /** Under the names that they are written under today. */
    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("jackpot-opened", 2, OPENED),
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

    /** Under names that only old logs have. */
    static Stream<Arguments> oldSamples() {
        return Stream.of(Arguments.of("jackpot-opened", 1, OPENED));
    }

    @ParameterizedTest
    @MethodSource({"samples", "oldSamples"})
    void the_committed_sample_stays_readable(String alias, int revision, JackpotEvent event) {
        SAMPLES.assertReadable(alias, revision, event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_written_today_is_the_sample(String alias, int revision, JackpotEvent event) {
        SAMPLES.assertWritten(alias, revision, event);
    }

    @Test
    void every_event_has_a_sample_of_every_revision() {
        SAMPLES.assertComplete();
        assertThat(samples().<Class<?>>map(sample -> sample.get()[2].getClass()))
                .containsAll(List.of(JackpotEvent.class.getPermittedSubclasses()));
    }
}
