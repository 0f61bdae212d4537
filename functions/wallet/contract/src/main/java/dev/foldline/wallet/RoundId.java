package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;

/**
 * Names a round of a game. A wallet has at most one bet in a round, ever.
 *
 * @param value 1 to 64 visible ASCII characters without spaces; case matters
 */
@Allowed(pattern = Identifier.PATTERN)
public record RoundId(@JsonValue String value) {

    /** @throws dev.foldline.functions.InvalidValueException the text is no identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundId {
        Identifier.require(value, "a round id");
    }

    @Override
    public String toString() {
        return value;
    }
}
