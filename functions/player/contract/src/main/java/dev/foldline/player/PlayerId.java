package dev.foldline.player;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Names a player.
 *
 * @param value 1 to 64 visible ASCII characters without spaces; case matters
 */
public record PlayerId(@JsonValue String value) {

    private static final Pattern ALLOWED = Pattern.compile("^[!-~]{1,64}$");

    /** @throws InvalidValueException the text is no identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlayerId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValueException(
                    "a player id has 1 to 64 characters, all of them visible ASCII without spaces");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
