package dev.foldline.projections.playerprizes;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.domain.ContributionReceived;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotDrawn;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.PrizeReturned;
import dev.foldline.projections.playerprizes.rows.PlayerPrizeRow;
import java.util.Optional;

/** Folds jackpots' events into what each player has won: a row per draw. */
public final class PlayerPrizesProjection implements Projection<JackpotEvent, PlayerPrizeRow> {

    @Override
    public String name() {
        return "player-prizes";
    }

    @Override
    public EventSource<JackpotEvent> source() {
        return JackpotAggregate.TYPE.source();
    }

    @Override
    public Class<PlayerPrizeRow> rowType() {
        return PlayerPrizeRow.class;
    }

    @Override
    public Optional<String> rowId(RecordedEvent<JackpotEvent> event) {
        return switch (event.event()) {
            case JackpotDrawn e -> Optional.of(id(event, e.draw()));
            case PrizeReturned e -> Optional.of(id(event, e.draw()));
            case JackpotOpened ignored -> Optional.empty();
            case ContributionReceived ignored -> Optional.empty();
        };
    }

    @Override
    public PlayerPrizeRow newRow(String prizeId) {
        var row = new PlayerPrizeRow();
        row.prizeId = prizeId;
        return row;
    }

    @Override
    public void fold(PlayerPrizeRow row, RecordedEvent<JackpotEvent> event) {
        switch (event.event()) {
            case JackpotDrawn e -> draw(row, event, e);
            case PrizeReturned ignored -> giveBack(row, event);
            case JackpotOpened ignored -> {}
            case ContributionReceived ignored -> {}
        }
    }

    private static void draw(PlayerPrizeRow row, RecordedEvent<JackpotEvent> event, JackpotDrawn drawn) {
        require(row.drawId.isEmpty(), event);
        row.playerId = drawn.player().value();
        row.jackpotId = event.aggregate().id();
        row.drawId = drawn.draw().value();
        row.prizeMinor = drawn.prize().minor();
        row.currency = drawn.currency().value();
        row.drawnAt = event.time();
    }

    private static void giveBack(PlayerPrizeRow row, RecordedEvent<JackpotEvent> event) {
        require(!row.drawId.isEmpty() && !row.returned, event);
        row.returned = true;
    }

    private static void require(boolean fits, RecordedEvent<JackpotEvent> event) {
        if (!fits) {
            throw new IllegalStateException("a prize of " + event.aggregate() + " is won or returned twice");
        }
    }

    private static String id(RecordedEvent<JackpotEvent> event, DrawId draw) {
        return event.aggregate().id() + " " + draw;
    }
}
