package dev.foldline.jackpot;

import dev.foldline.functions.InvalidValueException;
import java.util.regex.Pattern;

/** What every identifier of the contract keeps to, so that it is safe in a URL, a log line and a database key. */
final class Identifier {

    /** Of what an identifier of another context is made. */
    static final String FOREIGN = "^[!-~]{1,64}$";

    /** Of what an identifier of this context is made. */
    static final String OWN = "^[A-Za-z0-9._-]{1,64}$";

    private static final Pattern FOREIGN_ALLOWED = Pattern.compile(FOREIGN);
    private static final Pattern OWN_ALLOWED = Pattern.compile(OWN);

    private Identifier() {}

    /** What names something of another context, and is as free as that context allows. */
    static void requireForeign(String value, String name) {
        if (!FOREIGN_ALLOWED.matcher(value).matches()) {
            throw new InvalidValueException(name + " has 1 to 64 characters, all of them visible ASCII without spaces");
        }
    }

    /** What names something of this context: several of them can be joined by a character that none of them has. */
    static void requireOwn(String value, String name) {
        if (!OWN_ALLOWED.matcher(value).matches()) {
            throw new InvalidValueException(
                    name + " has 1 to 64 characters: letters and digits of ASCII, dots, hyphens and underscores");
        }
    }
}
