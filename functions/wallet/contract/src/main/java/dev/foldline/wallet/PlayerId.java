package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;

/**
 * Names a player, who owns wallets.
 *
 * @param value 1 to 64 visible ASCII characters without spaces; case matters
 */
@Allowed(pattern = Identifier.PATTERN)
public record PlayerId(@JsonValue String value) {

    /** @throws dev.foldline.functions.InvalidValueException the text is no identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlayerId {
        Identifier.require(value, "a player id");
    }

    @Override
    public String toString() {
        return value;
    }
}
