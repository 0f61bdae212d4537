package dev.foldline.projections.playerprizes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;
import dev.foldline.jackpot.domain.ContributionReceived;
import dev.foldline.jackpot.domain.ExactAmount;
import dev.foldline.jackpot.domain.JackpotDrawn;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.PrizeReturned;
import dev.foldline.projections.playerprizes.rows.PlayerPrizeRow;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlayerPrizesProjectionTest {

    private static final DrawId DRAW = new DrawId("d-1");
    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final JackpotEvent DRAWN =
            new JackpotDrawn(DRAW, new PlayerId("p-1"), WALLET, new Amount(250), EUR, new Seed(0));
    private static final JackpotEvent RETURNED = new PrizeReturned(DRAW, new Amount(250));

    private final PlayerPrizesProjection projection = new PlayerPrizesProjection();
    private final PlayerPrizeRow row = projection.newRow("main-EUR d-1");

    @Test
    void a_draw_is_a_prize_of_the_winner() {
        projection.fold(row, event(DRAWN));
        assertThat(row.prizeId).isEqualTo("main-EUR d-1");
        assertThat(row.playerId).isEqualTo("p-1");
        assertThat(row.jackpotId).isEqualTo("main-EUR");
        assertThat(row.drawId).isEqualTo("d-1");
        assertThat(row.prizeMinor).isEqualTo(250);
        assertThat(row.currency).isEqualTo("EUR");
        assertThat(row.drawnAt).isEqualTo(NOON);
        assertThat(row.returned).isFalse();
    }

    @Test
    void a_prize_can_go_back() {
        projection.fold(row, event(DRAWN));
        projection.fold(row, event(RETURNED));
        assertThat(row.returned).isTrue();
    }

    @Test
    void refuses_what_cannot_follow() {
        assertThatIllegalStateException().isThrownBy(() -> projection.fold(row, event(RETURNED)));
        projection.fold(row, event(DRAWN));
        assertThatIllegalStateException().isThrownBy(() -> projection.fold(row, event(DRAWN)));
        projection.fold(row, event(RETURNED));
        assertThatIllegalStateException().isThrownBy(() -> projection.fold(row, event(RETURNED)));
    }

    @Test
    void a_row_belongs_to_a_draw_and_nothing_else_has_one() {
        assertThat(projection.rowId(event(DRAWN))).hasValue("main-EUR d-1");
        assertThat(projection.rowId(event(RETURNED))).hasValue("main-EUR d-1");
        assertThat(projection.rowId(event(new JackpotOpened(EUR, new BasisPoints(1), new Seed(0)))))
                .isEmpty();
        assertThat(projection.rowId(event(new ContributionReceived(WALLET, new RoundId("r-1"), new ExactAmount(0, 1)))))
                .isEmpty();
    }

    private static RecordedEvent<JackpotEvent> event(JackpotEvent event) {
        return new RecordedEvent<>(
                new Aggregate("jackpot", "main-EUR"), 1, 1, UUID.randomUUID(), NOON, Map.of(), event);
    }
}
