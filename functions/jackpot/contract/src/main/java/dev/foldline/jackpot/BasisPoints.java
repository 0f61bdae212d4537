package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.InvalidValueException;

/**
 * Which part of a stake goes into a pot.
 *
 * @param value hundredths of a percent, 1 to 10,000; 100 is 1 %
 */
@Allowed(minimum = 1, maximum = BasisPoints.WHOLE)
public record BasisPoints(@JsonValue int value) {

    /** The whole, in basis points. */
    public static final int WHOLE = 10_000;

    /** @throws InvalidValueException the number is out of range */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BasisPoints {
        if (value < 1 || value > WHOLE) {
            throw new InvalidValueException("a rate is 1 to " + WHOLE + " basis points");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static BasisPoints of(long value) {
        return new BasisPoints((int) Math.clamp(value, 0L, WHOLE + 1L));
    }
}
