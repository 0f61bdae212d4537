package dev.foldline.jackpot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.InvalidValueException;
import java.util.Currency;

/**
 * A currency that has minor units.
 *
 * @param value three capital letters of ISO 4217, e.g. {@code EUR}; no metals, funds or test codes
 */
@Allowed(pattern = "^[A-Z]{3}$")
public record CurrencyCode(@JsonValue String value) {

    /** @throws InvalidValueException there is no such currency, or it has no minor units */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CurrencyCode {
        if (!hasMinorUnits(value)) {
            throw new InvalidValueException("a currency is an ISO 4217 code such as EUR");
        }
    }

    private static boolean hasMinorUnits(String value) {
        try {
            return Currency.getInstance(value).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
