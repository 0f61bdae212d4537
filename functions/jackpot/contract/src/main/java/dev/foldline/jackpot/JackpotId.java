package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;

/**
 * Names a jackpot.
 *
 * @param value 1 to 64 letters and digits of ASCII, dots, hyphens and underscores; case matters
 */
@Allowed(pattern = Identifier.OWN)
public record JackpotId(@JsonValue String value) {

    /** @throws dev.foldline.functions.InvalidValueException the text is no identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JackpotId {
        Identifier.requireOwn(value, "a jackpot id");
    }

    @Override
    public String toString() {
        return value;
    }
}
