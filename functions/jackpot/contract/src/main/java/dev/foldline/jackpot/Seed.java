package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import java.math.BigInteger;

/**
 * What the house puts into a pot, when the jackpot is opened and after each draw.
 *
 * @param minor minor units of a currency that is named beside it, at least 0; 0 for nothing
 */
@Allowed(minimum = 0)
public record Seed(@JsonValue long minor) {

    /** @throws dev.foldline.functions.InvalidValueException the number is less than 0 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Seed {
        MinorUnits.requireAtLeast(0, minor, "a seed");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Seed of(BigInteger minor) {
        return new Seed(MinorUnits.exact(minor, "a seed"));
    }
}
