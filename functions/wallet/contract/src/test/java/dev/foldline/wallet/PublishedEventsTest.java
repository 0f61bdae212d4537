package dev.foldline.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.EventSamples;
import java.util.List;
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

    private static final EventSamples<WalletPublished> SAMPLES =
            new EventSamples<>(PublishedEventsTest.class, "/published", WalletPublished.STREAM.events());

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
    void the_committed_sample_stays_readable(String alias, WalletPublished event) {
        SAMPLES.assertReadable(alias, 1, event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_published_today_is_the_sample(String alias, WalletPublished event) {
        SAMPLES.assertWritten(alias, 1, event);
    }

    @Test
    void every_published_event_has_a_sample() {
        assertThat(samples().<Class<?>>map(sample -> sample.get()[1].getClass()))
                .containsAll(List.of(WalletPublished.class.getPermittedSubclasses()));
    }
}
