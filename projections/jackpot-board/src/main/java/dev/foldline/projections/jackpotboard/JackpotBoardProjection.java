package dev.foldline.projections.jackpotboard;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.domain.ContributionReceived;
import dev.foldline.jackpot.domain.ExactAmount;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotDrawn;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.PrizeReturned;
import dev.foldline.projections.jackpotboard.rows.JackpotBoardRow;
import java.util.Optional;

/** Folds a jackpot's events into what is in its pot and who won last. */
public final class JackpotBoardProjection implements Projection<JackpotEvent, JackpotBoardRow> {

    @Override
    public String name() {
        return "jackpot-board";
    }

    @Override
    public EventSource<JackpotEvent> source() {
        return JackpotAggregate.TYPE.source();
    }

    @Override
    public Class<JackpotBoardRow> rowType() {
        return JackpotBoardRow.class;
    }

    @Override
    public Optional<String> rowId(RecordedEvent<JackpotEvent> event) {
        return Optional.of(event.aggregate().id());
    }

    @Override
    public JackpotBoardRow newRow(String jackpotId) {
        var row = new JackpotBoardRow();
        row.jackpotId = jackpotId;
        return row;
    }

    @Override
    public void fold(JackpotBoardRow row, RecordedEvent<JackpotEvent> event) {
        event.requireNext(row.version);
        row.version = event.version();
        switch (event.event()) {
            case JackpotOpened e -> open(row, e);
            case ContributionReceived e -> add(row, e.share());
            case JackpotDrawn e -> draw(row, e);
            case PrizeReturned e -> giveBack(row, e);
        }
    }

    private static void open(JackpotBoardRow row, JackpotOpened event) {
        row.currency = event.currency().value();
        row.rateBasisPoints = event.rateBasisPoints().value();
        row.seedMinor = event.seedMinor().minor();
        add(row, ExactAmount.of(event.seedMinor().minor()));
    }

    private static void draw(JackpotBoardRow row, JackpotDrawn event) {
        row.draws++;
        row.lastDrawId = event.draw().value();
        row.lastPlayerId = event.player().value();
        row.lastPrizeMinor = event.prize().minor();
        row.potMinor = Math.subtractExact(row.potMinor, event.prize().minor());
        add(row, ExactAmount.of(event.seed().minor()));
    }

    private static void giveBack(JackpotBoardRow row, PrizeReturned event) {
        add(row, ExactAmount.of(event.prize().minor()));
        if (event.draw().value().equals(row.lastDrawId)) {
            row.lastDrawId = null;
            row.lastPlayerId = null;
            row.lastPrizeMinor = 0;
        }
    }

    private static void add(JackpotBoardRow row, ExactAmount more) {
        ExactAmount pot = new ExactAmount(row.potMinor, row.potTenThousandths).plus(more);
        row.potMinor = pot.minor();
        row.potTenThousandths = pot.tenThousandths();
    }
}
