package dev.foldline.jackpot.jackpotpublisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.JackpotPublished;
import dev.foldline.jackpot.JackpotPublished.JackpotWon;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;
import dev.foldline.jackpot.domain.ContributionReceived;
import dev.foldline.jackpot.domain.ExactAmount;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotDrawn;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.PrizeReturned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JackpotPublisherTest {

    private static final DrawId DRAW = new DrawId("d-1");
    private static final PlayerId PLAYER = new PlayerId("p-1");
    private static final WalletId WALLET = new WalletId("w-1");
    private static final Amount PRIZE = new Amount(250);
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<JackpotEvent> PRIVATE = List.of(
            new JackpotOpened(EUR, new BasisPoints(100), new Seed(0)),
            new ContributionReceived(WALLET, new RoundId("r-1"), new ExactAmount(0, 1)),
            new PrizeReturned(DRAW, PRIZE));

    private final JackpotPublisher publisher = new JackpotPublisher();

    @Test
    void tells_who_has_won_what() {
        assertThat(publish(new JackpotDrawn(DRAW, PLAYER, WALLET, PRIZE, EUR, new Seed(7))))
                .containsExactly(new JackpotWon(new JackpotId("main-EUR"), DRAW, PLAYER, WALLET, PRIZE, EUR));
    }

    @ParameterizedTest
    @FieldSource("PRIVATE")
    void tells_of_nothing_else(JackpotEvent event) {
        assertThat(publish(event)).isEmpty();
    }

    @Test
    void publishes_to_the_stream_of_the_contract() {
        assertThat(publisher.stream()).isSameAs(JackpotPublished.STREAM);
        assertThat(publisher.source()).isEqualTo(JackpotAggregate.TYPE.source());
    }

    private List<JackpotPublished> publish(JackpotEvent event) {
        return publisher.publish(new RecordedEvent<>(
                new Aggregate("jackpot", "main-EUR"), 1, 1, UUID.randomUUID(), Instant.EPOCH, Map.of(), event));
    }
}
