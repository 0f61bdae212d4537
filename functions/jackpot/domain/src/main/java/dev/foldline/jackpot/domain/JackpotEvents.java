package dev.foldline.jackpot.domain;

import static dev.foldline.eventstore.codec.Upcaster.rename;

import dev.foldline.eventstore.codec.EventTable;

/** The names under which a jackpot's events are stored. Names are only ever added. */
public final class JackpotEvents {

    /** Alias and revision to record. */
    public static final EventTable<JackpotEvent> TABLE = EventTable.<JackpotEvent>builder()
            .event("jackpot-opened", 2, JackpotOpened.class)
            .upcast("jackpot-opened", 1, rename("rate", "rateBasisPoints").then(rename("seed", "seedMinor")))
            .event("contribution-received", 1, ContributionReceived.class)
            .event("jackpot-drawn", 1, JackpotDrawn.class)
            .event("prize-returned", 1, PrizeReturned.class)
            .build();

    private JackpotEvents() {}
}
