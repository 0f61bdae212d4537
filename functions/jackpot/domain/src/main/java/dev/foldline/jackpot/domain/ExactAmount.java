package dev.foldline.jackpot.domain;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;

/**
 * Money to the ten-thousandth of a minor unit, which is what a part in basis points comes to: nothing is ever rounded. Never
 * negative. Written as {@code [2,5000]}: two and a half minor units.
 *
 * @param minor whole minor units
 * @param tenThousandths what is left of one, 0 to 9,999
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"minor", "tenThousandths"})
public record ExactAmount(long minor, int tenThousandths) {

    /** @throws IllegalArgumentException the amount is negative, or there is more than a minor unit left */
    public ExactAmount {
        if (minor < 0 || tenThousandths < 0 || tenThousandths >= BasisPoints.WHOLE) {
            throw new IllegalArgumentException("an exact amount is a number of minor units and less than one more");
        }
    }

    /** Whole minor units. */
    public static ExactAmount of(long minor) {
        return new ExactAmount(minor, 0);
    }

    /** This part of a stake. Never more than the stake, and never nothing. */
    static ExactAmount share(Amount stake, BasisPoints rate) {
        // Piece by piece, since the product may be beyond 64 bits.
        long rest = stake.minor() % BasisPoints.WHOLE * rate.value();
        long whole = stake.minor() / BasisPoints.WHOLE * rate.value() + rest / BasisPoints.WHOLE;
        return new ExactAmount(whole, (int) (rest % BasisPoints.WHOLE));
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException it is beyond 64 bits of minor units
     */
    public ExactAmount plus(ExactAmount other) {
        int rest = tenThousandths + other.tenThousandths;
        long whole = Math.addExact(Math.addExact(minor, other.minor), rest / BasisPoints.WHOLE);
        return new ExactAmount(whole, rest % BasisPoints.WHOLE);
    }

    /** Whether the sum can be counted. */
    boolean hasRoomFor(ExactAmount other) {
        int carry = (tenThousandths + other.tenThousandths) / BasisPoints.WHOLE;
        return other.minor <= Long.MAX_VALUE - minor - carry;
    }

    /** What is left without the whole minor units. */
    ExactAmount remainder() {
        return new ExactAmount(0, tenThousandths);
    }
}
