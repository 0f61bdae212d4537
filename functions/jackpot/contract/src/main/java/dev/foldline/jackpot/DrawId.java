package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;

/**
 * Names a draw. A jackpot has it once.
 *
 * @param value 1 to 64 letters and digits of ASCII, dots, hyphens and underscores; case matters
 */
@Allowed(pattern = Identifier.OWN)
public record DrawId(@JsonValue String value) {

    /** @throws dev.foldline.functions.InvalidValueException the text is no identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DrawId {
        Identifier.requireOwn(value, "a draw id");
    }

    @Override
    public String toString() {
        return value;
    }
}
