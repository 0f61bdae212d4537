package dev.foldline.projections.jackpotboard;

import dev.foldline.functions.Projection;
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
import dev.foldline.projections.tck.PostgresForProjections;
import dev.foldline.projections.tck.ProjectionContract;
import dev.foldline.projections.tck.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(PostgresForProjections.class)
class JackpotBoardContractTest extends ProjectionContract<JackpotEvent, JackpotBoardRow> {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletId WALLET = new WalletId("w-1");
    private static final RoundId ROUND = new RoundId("r-1");
    private static final Seed SEED = new Seed(100);

    @Override
    protected Projection<JackpotEvent, JackpotBoardRow> projection() {
        return new JackpotBoardProjection();
    }

    @Override
    protected Story<JackpotEvent, JackpotBoardRow> story(String jackpotId) {
        var row = new JackpotBoardRow();
        row.jackpotId = jackpotId;
        row.currency = "EUR";
        row.rateBasisPoints = 100;
        row.seedMinor = 100;
        row.potMinor = 204;
        row.potTenThousandths = 4_999;
        row.draws = 2;
        row.lastDrawId = "d-2";
        row.lastPlayerId = "p-2";
        row.lastPrizeMinor = 100;
        row.version = 6;
        return new Story<>(
                List.of(
                        List.of(new JackpotOpened(EUR, new BasisPoints(100), SEED)),
                        List.of(received(3, 5_000)),
                        List.of(drawn("d-1", "p-1", 103), drawn("d-2", "p-2", 100)),
                        List.of(new PrizeReturned(new DrawId("d-1"), new Amount(103))),
                        List.of(received(0, 9_999))),
                row);
    }

    private static JackpotEvent received(long minor, int tenThousandths) {
        return new ContributionReceived(WALLET, ROUND, new ExactAmount(minor, tenThousandths));
    }

    private static JackpotEvent drawn(String draw, String player, long prize) {
        return new JackpotDrawn(new DrawId(draw), new PlayerId(player), WALLET, new Amount(prize), EUR, SEED);
    }
}
