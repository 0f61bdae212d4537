package dev.foldline.jackpot.jackpotpublisher;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.JackpotPublished;
import dev.foldline.jackpot.JackpotPublished.JackpotWon;
import dev.foldline.jackpot.domain.ContributionReceived;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.jackpot.domain.JackpotDrawn;
import dev.foldline.jackpot.domain.JackpotEvent;
import dev.foldline.jackpot.domain.JackpotOpened;
import dev.foldline.jackpot.domain.PrizeReturned;
import java.util.List;

/** Tells others who has won. */
public final class JackpotPublisher implements Publisher<JackpotEvent, JackpotPublished> {

    @Override
    public EventSource<JackpotEvent> source() {
        return JackpotAggregate.TYPE.source();
    }

    @Override
    public EventSource<JackpotPublished> stream() {
        return JackpotPublished.STREAM;
    }

    @Override
    public List<JackpotPublished> publish(RecordedEvent<JackpotEvent> event) {
        var jackpot = new JackpotId(event.aggregate().id());
        return switch (event.event()) {
            case JackpotDrawn e ->
                List.of(new JackpotWon(jackpot, e.draw(), e.player(), e.wallet(), e.prize(), e.currency()));
            case JackpotOpened ignored -> List.of();
            case ContributionReceived ignored -> List.of();
            case PrizeReturned ignored -> List.of();
        };
    }
}
