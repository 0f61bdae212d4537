package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Names what is paid to a wallet, and is paid once. Longer than other identifiers, to have room for whose it is, what of and
 * which: {@code jackpot/main-EUR/d-1}.
 *
 * @param value 1 to 160 visible ASCII characters without spaces; case matters
 */
@Allowed(pattern = PayoutId.PATTERN)
public record PayoutId(@JsonValue String value) {

    static final String PATTERN = "^[!-~]{1,160}$";

    private static final Pattern ALLOWED = Pattern.compile(PATTERN);

    /** @throws InvalidValueException the text is no such identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValueException(
                    "a payout id has 1 to 160 characters, all of them visible ASCII without spaces");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
