package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;

/**
 * Names a session: a time in which a player plays, and which has an end. A wallet has it once.
 *
 * @param value 1 to 64 visible ASCII characters without spaces; case matters
 */
@Allowed(pattern = Identifier.PATTERN)
public record SessionId(@JsonValue String value) {

    /** @throws dev.foldline.functions.InvalidValueException the text is no identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {
        Identifier.require(value, "a session id");
    }

    @Override
    public String toString() {
        return value;
    }
}
