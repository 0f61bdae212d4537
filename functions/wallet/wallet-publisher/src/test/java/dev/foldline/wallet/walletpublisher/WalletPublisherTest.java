package dev.foldline.wallet.walletpublisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.WalletPublished;
import dev.foldline.wallet.domain.BetPlaced;
import dev.foldline.wallet.domain.BetSettled;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.FundsWithdrawn;
import dev.foldline.wallet.domain.SessionEnded;
import dev.foldline.wallet.domain.SessionStarted;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WinningsCredited;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WalletPublisherTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final PlayerId PLAYER = new PlayerId("p-1");
    private static final RoundId ROUND = new RoundId("r-1");
    private static final SessionId SESSION = new SessionId("s-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final Money MONEY = new Money(250, EUR);

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<WalletEvent> PRIVATE = List.of(
            new FundsDeposited(MONEY),
            new FundsWithdrawn(MONEY),
            new BetSettled(ROUND, MONEY),
            new WinningsCredited(new PayoutId("p"), MONEY),
            new SessionStarted(SESSION, new SessionEnd("1970-01-01T00:00:00Z")),
            new SessionEnded(SESSION));

    private final WalletPublisher publisher = new WalletPublisher();

    @Test
    void tells_of_a_new_wallet_and_of_a_bet() {
        assertThat(publish(new WalletOpened(PLAYER, EUR)))
                .containsExactly(new WalletPublished.WalletOpened(WALLET, PLAYER, EUR));
        assertThat(publish(new BetPlaced(ROUND, MONEY)))
                .containsExactly(new WalletPublished.BetPlaced(WALLET, ROUND, new Amount(250), EUR));
    }

    @ParameterizedTest
    @FieldSource("PRIVATE")
    void tells_of_nothing_else(WalletEvent event) {
        assertThat(publish(event)).isEmpty();
    }

    @Test
    void publishes_to_the_stream_of_the_contract() {
        assertThat(publisher.stream()).isSameAs(WalletPublished.STREAM);
        assertThat(publisher.source()).isEqualTo(WalletAggregate.TYPE.source());
    }

    private List<WalletPublished> publish(WalletEvent event) {
        return publisher.publish(new RecordedEvent<>(
                new Aggregate("wallet", "w-1"), 1, 1, UUID.randomUUID(), Instant.EPOCH, Map.of(), event));
    }
}
