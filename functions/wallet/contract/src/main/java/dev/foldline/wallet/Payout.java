package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import java.math.BigInteger;

/**
 * What a bet pays out; 0 for a lost one.
 *
 * @param minor minor units of a currency that is named beside it, at least 0
 */
@Allowed(minimum = 0)
public record Payout(@JsonValue long minor) {

    /** @throws dev.foldline.functions.InvalidValueException the number is less than 0 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Payout {
        MinorUnits.requireAtLeast(0, minor, "a payout");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Payout of(BigInteger minor) {
        return new Payout(MinorUnits.exact(minor, "a payout"));
    }

    /** This much of the currency. */
    public Money in(CurrencyCode currency) {
        return new Money(minor, currency);
    }
}
