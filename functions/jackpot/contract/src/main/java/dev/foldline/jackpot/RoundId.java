package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;

/**
 * Names a round of a game, as the wallet context does.
 *
 * @param value 1 to 64 visible ASCII characters without spaces; case matters
 */
@Allowed(pattern = Identifier.FOREIGN)
public record RoundId(@JsonValue String value) {

    /** @throws dev.foldline.functions.InvalidValueException the text is no identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundId {
        Identifier.requireForeign(value, "a round id");
    }

    @Override
    public String toString() {
        return value;
    }
}
