package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.DrawId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A jackpot's draws: each is made once, and its prize returned at most once. Immutable. It remembers every draw; they are
 * as rare as contributions are many.
 *
 * @param made what became of each draw
 */
public record Draws(PMap<DrawId, Draw> made) {

    /** No draw yet. */
    public static final Draws NONE = new Draws(HashTreePMap.empty());

    /**
     * One draw.
     *
     * @param prize what was won
     * @param returned whether the prize is back in the pot
     */
    public record Draw(Amount prize, boolean returned) {}

    boolean isKnown(DrawId id) {
        return made.containsKey(id);
    }

    /** The draw of this id; null when there was none. */
    @Nullable
    Draw find(DrawId id) {
        return made.get(id);
    }

    /**
     * With another draw.
     *
     * @throws IllegalStateException it was made before
     */
    Draws make(DrawId id, Amount prize) {
        if (isKnown(id)) {
            throw new IllegalStateException("a jackpot's history makes one draw twice");
        }
        return new Draws(made.plus(id, new Draw(prize, false)));
    }

    /**
     * With the draw's prize back in the pot.
     *
     * @throws IllegalStateException there was no such prize, or it is back already
     */
    Draws giveBack(DrawId id, Amount prize) {
        if (!new Draw(prize, false).equals(find(id))) {
            throw new IllegalStateException("a jackpot's history returns a prize that was not won, or twice");
        }
        return new Draws(made.plus(id, new Draw(prize, true)));
    }
}
