package dev.foldline.jackpot;

import dev.foldline.functions.InvalidValueException;
import java.math.BigInteger;

/** The range of a number of minor units. */
final class MinorUnits {

    private MinorUnits() {}

    static void requireAtLeast(long least, long minor, String name) {
        if (minor < least) {
            throw new InvalidValueException(name + " is at least " + least + " minor units");
        }
    }

    /** A number that its sender did not keep within 64 bits. */
    static long exact(BigInteger minor, String name) {
        if (minor.bitLength() >= Long.SIZE) {
            throw new InvalidValueException(name + " is at most " + Long.MAX_VALUE + " minor units");
        }
        return minor.longValue();
    }
}
