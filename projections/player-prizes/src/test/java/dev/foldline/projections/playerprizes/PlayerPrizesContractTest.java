package dev.foldline.projections.playerprizes;

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
import dev.foldline.projections.playerprizes.rows.PlayerPrizeRow;
import dev.foldline.projections.tck.PostgresForProjections;
import dev.foldline.projections.tck.ProjectionContract;
import dev.foldline.projections.tck.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(PostgresForProjections.class)
class PlayerPrizesContractTest extends ProjectionContract<JackpotEvent, PlayerPrizeRow> {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletId WALLET = new WalletId("w-1");
    private static final DrawId DRAW = new DrawId("d-1");
    private static final Amount PRIZE = new Amount(101);
    private static final Seed NONE = new Seed(0);

    @Override
    protected Projection<JackpotEvent, PlayerPrizeRow> projection() {
        return new PlayerPrizesProjection();
    }

    @Override
    protected String rowId(String jackpotId) {
        return jackpotId + " d-1";
    }

    @Override
    protected Story<JackpotEvent, PlayerPrizeRow> story(String jackpotId) {
        var row = new PlayerPrizeRow();
        row.prizeId = rowId(jackpotId);
        row.playerId = "p-1";
        row.jackpotId = jackpotId;
        row.drawId = "d-1";
        row.prizeMinor = 101;
        row.currency = "EUR";
        row.returned = true;
        return new Story<>(
                List.of(
                        List.of(new JackpotOpened(EUR, new BasisPoints(100), new Seed(100))),
                        List.of(new ContributionReceived(WALLET, new RoundId("r-1"), ExactAmount.of(1))),
                        List.of(new JackpotDrawn(DRAW, new PlayerId("p-1"), WALLET, PRIZE, EUR, NONE)),
                        List.of(new PrizeReturned(DRAW, PRIZE))),
                row);
    }
}
