package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.InvalidValueException;

/**
 * How much of a list is answered at once.
 *
 * @param value at most so many, 1 to 200
 */
@Allowed(minimum = 1, maximum = PageSize.MOST)
public record PageSize(@JsonValue int value) {

    /** When nothing is said. */
    public static final PageSize DEFAULT = new PageSize(50);

    static final int MOST = 200;

    /** @throws InvalidValueException the number is out of range */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PageSize {
        if (value < 1 || value > MOST) {
            throw new InvalidValueException("a limit is 1 to " + MOST);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PageSize of(long value) {
        return new PageSize((int) Math.clamp(value, 0L, MOST + 1L));
    }
}
