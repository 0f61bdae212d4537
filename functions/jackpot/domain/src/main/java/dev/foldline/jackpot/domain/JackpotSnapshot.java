package dev.foldline.jackpot.domain;

import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.Snapshots;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.Seed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;

/**
 * An open jackpot as it is kept: whoever changes it raises the revision.
 *
 * @param currency the jackpot's currency
 * @param rateBasisPoints which part of each stake goes into the pot
 * @param seedMinor what the house puts into the pot after each draw
 * @param pot what can be won, and what is left of a minor unit
 * @param draws the draws that were made, in any order
 */
record JackpotSnapshot(
        CurrencyCode currency, BasisPoints rateBasisPoints, Seed seedMinor, ExactAmount pot, List<Draw> draws)
        implements AggregateSnapshot {

    static final Snapshots<Jackpot, JackpotSnapshot> SNAPSHOTS =
            new Snapshots<>(1, JackpotSnapshot.class, JackpotSnapshot::of, JackpotSnapshot::state);

    /** One draw, its prize, and whether that is back in the pot. */
    record Draw(DrawId id, Amount prizeMinor, boolean returned) {}

    private static JackpotSnapshot of(Jackpot jackpot) {
        return switch (jackpot) {
            case Jackpot.Unopened ignored -> throw new IllegalArgumentException("a jackpot without events");
            case Jackpot.Open open ->
                new JackpotSnapshot(open.currency(), open.rate(), open.seed(), open.pot(), draws(open.draws()));
        };
    }

    private static List<Draw> draws(Draws draws) {
        return draws.made().entrySet().stream()
                .map(draw -> new Draw(
                        draw.getKey(), draw.getValue().prize(), draw.getValue().returned()))
                .toList();
    }

    private Jackpot state() {
        Map<DrawId, Draws.Draw> made = draws.stream()
                .collect(Collectors.toMap(Draw::id, draw -> new Draws.Draw(draw.prizeMinor(), draw.returned())));
        return new Jackpot.Open(currency, rateBasisPoints, seedMinor, pot, new Draws(HashTreePMap.from(made)));
    }
}
