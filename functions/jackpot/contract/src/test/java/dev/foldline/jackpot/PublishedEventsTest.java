package dev.foldline.jackpot;

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

    private static final EventSamples<JackpotPublished> SAMPLES =
            new EventSamples<>(PublishedEventsTest.class, "/published", JackpotPublished.STREAM.events());

    static Stream<Arguments> samples() {
        return Stream.of(Arguments.of(
                "jackpot-won",
                new JackpotPublished.JackpotWon(
                        new JackpotId("main-EUR"),
                        new DrawId("d-1"),
                        new PlayerId("p-1"),
                        new WalletId("w-1"),
                        new Amount(250),
                        new CurrencyCode("EUR"))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_committed_sample_stays_readable(String alias, JackpotPublished event) {
        SAMPLES.assertReadable(alias, 1, event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_published_today_is_the_sample(String alias, JackpotPublished event) {
        SAMPLES.assertWritten(alias, 1, event);
    }

    @Test
    void every_published_event_has_a_sample() {
        assertThat(samples().<Class<?>>map(sample -> sample.get()[1].getClass()))
                .containsAll(List.of(JackpotPublished.class.getPermittedSubclasses()));
    }
}
