package dev.foldline.projections.walletbalance;

import dev.foldline.functions.Projection;
import dev.foldline.projections.tck.PostgresForProjections;
import dev.foldline.projections.tck.ProjectionContract;
import dev.foldline.projections.tck.Story;
import dev.foldline.projections.walletbalance.rows.WalletBalanceRow;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(PostgresForProjections.class)
class WalletBalanceContractTest extends ProjectionContract<WalletEvent, WalletBalanceRow> {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final RoundId ROUND = new RoundId("r-1");
    private static final SessionId SESSION = new SessionId("s-1");

    @Override
    protected Projection<WalletEvent, WalletBalanceRow> projection() {
        return new WalletBalanceProjection();
    }

    @Override
    protected Story<WalletEvent, WalletBalanceRow> story(String walletId) {
        var row = new WalletBalanceRow();
        row.walletId = walletId;
        row.currency = "EUR";
        row.balanceMinor = 1_300;
        row.version = 8;
        return new Story<>(
                List.of(
                        List.of(new WalletOpened(new PlayerId("p-1"), EUR), new FundsDeposited(eur(1_000))),
                        List.of(new FundsWithdrawn(eur(100))),
                        List.of(new BetPlaced(ROUND, eur(250))),
                        List.of(new BetSettled(ROUND, eur(600)), new WinningsCredited(new PayoutId("p-1"), eur(50))),
                        List.of(new SessionStarted(SESSION, new SessionEnd("1970-01-01T00:00:00Z"))),
                        List.of(new SessionEnded(SESSION))),
                row);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
