package dev.foldline.wallet;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An exact sum of money. Written as {@code [250,"EUR"]}, which is short and yet says the currency.
 *
 * @param minor minor units, e.g. cents; may be negative
 * @param currency of which currency
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"minor", "currency"})
public record Money(long minor, CurrencyCode currency) {

    /** Nothing of the currency. */
    public static Money zero(CurrencyCode currency) {
        return new Money(0, currency);
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException the currencies differ, or the sum is beyond 64 bits
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, minorOf(other)), currency);
    }

    /**
     * The difference.
     *
     * @throws ArithmeticException the currencies differ, or the difference is beyond 64 bits
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, minorOf(other)), currency);
    }

    /**
     * Whether this is the smaller of the two.
     *
     * @throws ArithmeticException the currencies differ
     */
    public boolean isLessThan(Money other) {
        return minor < minorOf(other);
    }

    private long minorOf(Money other) {
        if (!currency.equals(other.currency)) {
            throw new ArithmeticException(currency + " and " + other.currency + " have no sum");
        }
        return other.minor;
    }
}
