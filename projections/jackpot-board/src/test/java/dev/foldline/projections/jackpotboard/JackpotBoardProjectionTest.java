package dev.foldline.projections.jackpotboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.foldline.projections.jackpotboard.rows.JackpotBoardRow;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JackpotBoardProjectionTest {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletId WALLET = new WalletId("w-1");

    private final JackpotBoardProjection projection = new JackpotBoardProjection();
    private final JackpotBoardRow row = projection.newRow("main-EUR");

    @Test
    void folds_contributions_into_an_exact_pot() {
        fold(1, opened());
        fold(2, received(2, 5_000));
        fold(3, received(0, 5_001));
        assertThat(row.jackpotId).isEqualTo("main-EUR");
        assertThat(row.currency).isEqualTo("EUR");
        assertThat(row.rateBasisPoints).isEqualTo(100);
        assertThat(row.seedMinor).isEqualTo(10);
        assertThat(row.potMinor).isEqualTo(13);
        assertThat(row.potTenThousandths).isEqualTo(1);
        assertThat(row.draws).isZero();
        assertThat(row.lastDrawId).isNull();
        assertThat(row.version).isEqualTo(3);
    }

    @Test
    void a_draw_leaves_the_seed_and_what_is_left_of_a_minor_unit_and_names_the_winner() {
        fold(1, opened());
        fold(2, received(2, 5_000));
        fold(3, drawn("d-1", "p-1", 12));
        assertThat(row.potMinor).isEqualTo(10);
        assertThat(row.potTenThousandths).isEqualTo(5_000);
        assertThat(row.draws).isEqualTo(1);
        assertThat(row.lastDrawId).isEqualTo("d-1");
        assertThat(row.lastPlayerId).isEqualTo("p-1");
        assertThat(row.lastPrizeMinor).isEqualTo(12);
    }

    @Test
    void a_prize_that_is_returned_was_not_won() {
        fold(1, opened());
        fold(2, drawn("d-1", "p-1", 10));
        fold(3, drawn("d-2", "p-2", 10));
        fold(4, returned("d-1"));
        assertThat(row.potMinor).isEqualTo(20);
        assertThat(row.lastDrawId).isEqualTo("d-2");
        fold(5, returned("d-2"));
        assertThat(row.potMinor).isEqualTo(30);
        assertThat(row.lastDrawId).isNull();
        assertThat(row.lastPlayerId).isNull();
        assertThat(row.lastPrizeMinor).isZero();
        assertThat(row.draws).isEqualTo(2);
    }

    @Test
    void refuses_an_event_that_is_not_the_next() {
        fold(1, opened());
        assertThatThrownBy(() -> fold(3, received(1, 0))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fold(1, received(1, 0))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_row_belongs_to_a_jackpot() {
        assertThat(projection.rowId(event(1, opened()))).hasValue("main-EUR");
    }

    private static JackpotEvent opened() {
        return new JackpotOpened(EUR, new BasisPoints(100), new Seed(10));
    }

    private static JackpotEvent received(long minor, int tenThousandths) {
        return new ContributionReceived(WALLET, new RoundId("r-1"), new ExactAmount(minor, tenThousandths));
    }

    private static JackpotEvent drawn(String draw, String player, long prize) {
        return new JackpotDrawn(new DrawId(draw), new PlayerId(player), WALLET, new Amount(prize), EUR, new Seed(10));
    }

    private static JackpotEvent returned(String draw) {
        return new PrizeReturned(new DrawId(draw), new Amount(10));
    }

    private void fold(long version, JackpotEvent event) {
        projection.fold(row, event(version, event));
    }

    private static RecordedEvent<JackpotEvent> event(long version, JackpotEvent event) {
        return new RecordedEvent<>(
                new Aggregate("jackpot", "main-EUR"),
                version,
                version,
                UUID.randomUUID(),
                Instant.EPOCH,
                Map.of(),
                event);
    }
}
