package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;

/**
 * What a wallet has to spend. Stakes of open bets are no part of it.
 *
 * @param minor minor units of a currency that is named beside it, at least 0
 */
@Allowed(minimum = 0)
public record Balance(@JsonValue long minor) {

    /** @throws IllegalArgumentException the number is negative: no wallet is ever overdrawn */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Balance {
        if (minor < 0) {
            throw new IllegalArgumentException("a balance is at least 0 minor units");
        }
    }
}
