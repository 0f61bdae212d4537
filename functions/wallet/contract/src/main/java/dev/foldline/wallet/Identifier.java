package dev.foldline.wallet;

import dev.foldline.functions.InvalidValueException;
import java.util.regex.Pattern;

/** What every identifier of the contract keeps to, so that it is safe in a URL, a log line and a database key. */
final class Identifier {

    /** Of what an identifier is made. */
    static final String PATTERN = "^[!-~]{1,64}$";

    private static final Pattern ALLOWED = Pattern.compile(PATTERN);

    private Identifier() {}

    static void require(String value, String name) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidValueException(name + " has 1 to 64 characters, all of them visible ASCII without spaces");
        }
    }
}
