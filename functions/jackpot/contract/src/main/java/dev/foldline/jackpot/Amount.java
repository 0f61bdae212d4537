package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import java.math.BigInteger;

/**
 * Some money: what is staked, or won.
 *
 * @param minor minor units of a currency that is named beside it, at least 1
 */
@Allowed(minimum = 1)
public record Amount(@JsonValue long minor) {

    /** @throws dev.foldline.functions.InvalidValueException the number is less than 1 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Amount {
        MinorUnits.requireAtLeast(1, minor, "an amount");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Amount of(BigInteger minor) {
        return new Amount(MinorUnits.exact(minor, "an amount"));
    }
}
