package dev.foldline.player;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Names a player.
 *
 * @param value 1 to 64 visible ASCII characters without spaces; case matters
 */
@Allowed(pattern = PlayerId.PATTERN)
public record PlayerId(@JsonValue String value) {

    static final String PATTERN = "^[!-~]{1,64}$";

    private static final Pattern ALLOWED = Pattern.compile(PATTERN);

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
