package dev.foldline.jackpot;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.PublishedStream;

/** What others are told of jackpots. Names and fields only grow. */
@PublishedStream(context = "jackpot", name = "jackpot")
public sealed interface JackpotPublished extends DomainEvent {

    /** The stream of these events, one jackpot's in order. */
    EventSource<JackpotPublished> STREAM = EventSource.published(
            "jackpot",
            "jackpot",
            EventTable.<JackpotPublished>builder()
                    .event("jackpot-won", 1, JackpotWon.class)
                    .build());

    /**
     * A draw has a winner, whose prize has left the pot and is to be paid. Whoever pays and cannot sends {@link ReturnPrize}.
     *
     * @param jackpotId which jackpot
     * @param drawId the draw; a jackpot has it once
     * @param playerId who won
     * @param walletId where the prize is to be paid
     * @param prizeMinor how much
     * @param currency the jackpot's currency
     */
    record JackpotWon(
            JackpotId jackpotId,
            DrawId drawId,
            PlayerId playerId,
            WalletId walletId,
            Amount prizeMinor,
            CurrencyCode currency)
            implements JackpotPublished {}
}
