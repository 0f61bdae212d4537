package dev.foldline.projections.playerwallets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.projections.playerwallets.rows.PlayerWalletRow;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.domain.BetPlaced;
import dev.foldline.wallet.domain.BetSettled;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.FundsWithdrawn;
import dev.foldline.wallet.domain.SessionEnded;
import dev.foldline.wallet.domain.SessionStarted;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WinningsCredited;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlayerWalletsProjectionTest {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final RoundId ROUND = new RoundId("r-1");
    private static final SessionId SESSION = new SessionId("s-1");

    private final PlayerWalletsProjection projection = new PlayerWalletsProjection();
    private final PlayerWalletRow row = projection.newRow("w-1");

    @Test
    void folds_every_event_into_whose_it_is_and_what_can_be_spent() {
        fold(1, new WalletOpened(new PlayerId("p-1"), EUR));
        fold(2, new FundsDeposited(eur(1_000)));
        fold(3, new FundsWithdrawn(eur(100)));
        fold(4, new BetPlaced(ROUND, eur(250)));
        fold(5, new BetSettled(ROUND, eur(600)));
        fold(6, new WinningsCredited(new PayoutId("p-1"), eur(50)));
        fold(7, new SessionStarted(SESSION, new SessionEnd("1970-01-01T00:00:00Z")));
        fold(8, new SessionEnded(SESSION));
        assertThat(row.walletId).isEqualTo("w-1");
        assertThat(row.playerId).isEqualTo("p-1");
        assertThat(row.currency).isEqualTo("EUR");
        assertThat(row.balanceMinor).isEqualTo(1_300);
        assertThat(row.version).isEqualTo(8);
    }

    @Test
    void refuses_an_event_that_is_not_the_next() {
        fold(1, new WalletOpened(new PlayerId("p-1"), EUR));
        assertThatThrownBy(() -> fold(3, new FundsDeposited(eur(1)))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fold(1, new FundsDeposited(eur(1)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_row_belongs_to_a_wallet() {
        assertThat(projection.rowId(event(1, new FundsDeposited(eur(1))))).hasValue("w-1");
    }

    private void fold(long version, WalletEvent event) {
        projection.fold(row, event(version, event));
    }

    private static RecordedEvent<WalletEvent> event(long version, WalletEvent event) {
        return new RecordedEvent<>(
                new Aggregate("wallet", "w-1"), version, version, UUID.randomUUID(), Instant.EPOCH, Map.of(), event);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
