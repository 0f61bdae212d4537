package dev.foldline.jackpot.currentjackpots;

import dev.foldline.functions.QueryFunction;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.CurrentJackpot;
import dev.foldline.jackpot.CurrentJackpots;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.FindCurrentJackpots;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.PageSize;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.Win;
import dev.foldline.projections.Reads;
import dev.foldline.projections.jackpotboard.rows.JackpotBoardRow;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers {@link FindCurrentJackpots}. */
public final class CurrentJackpotsFunction implements QueryFunction<FindCurrentJackpots, CurrentJackpots> {

    private static final String PAGE = "from JackpotBoardRow where jackpotId > :after order by jackpotId";

    @Override
    public String projection() {
        return "jackpot-board";
    }

    @Override
    public CompletionStage<Optional<CurrentJackpots>> answer(FindCurrentJackpots query) {
        String after = query.after().map(JackpotId::value).orElse("");
        int limit = query.limit().orElse(PageSize.DEFAULT).value();
        return Reads.list(JackpotBoardRow.class, PAGE, Map.of("after", after), limit, CurrentJackpotsFunction::jackpot)
                .thenApply(page -> Optional.of(new CurrentJackpots(page)));
    }

    private static CurrentJackpot jackpot(JackpotBoardRow row) {
        return new CurrentJackpot(
                new JackpotId(row.jackpotId),
                new CurrencyCode(row.currency),
                row.potMinor,
                row.potTenThousandths,
                new BasisPoints(row.rateBasisPoints),
                new Seed(row.seedMinor),
                row.draws,
                lastWin(row),
                row.version);
    }

    private static Optional<Win> lastWin(JackpotBoardRow row) {
        return row.lastDrawId == null || row.lastPlayerId == null
                ? Optional.empty()
                : Optional.of(new Win(
                        new DrawId(row.lastDrawId), new PlayerId(row.lastPlayerId), new Amount(row.lastPrizeMinor)));
    }
}
