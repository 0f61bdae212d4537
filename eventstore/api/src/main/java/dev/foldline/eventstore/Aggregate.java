package dev.foldline.eventstore;

import java.util.regex.Pattern;

/**
 * Names one aggregate: one consistency boundary, e.g. one player's wallet.
 *
 * @param type what kind of aggregate, in kebab case; also the prefix of its collections and addresses
 * @param id its id within the type, 1 to {@value #MAX_ID_LENGTH} characters, none of them a NUL or half of a surrogate
 *     pair: not every store can hold those
 */
public record Aggregate(String type, String id) {

    /** The longest id in UTF-16 code units. */
    public static final int MAX_ID_LENGTH = 128;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public Aggregate {
        requireType(type);
        requireId(id);
    }

    static void requireId(String id) {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(
                    "an aggregate id has 1 to " + MAX_ID_LENGTH + " characters, not " + id.length());
        }
        if (id.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("an aggregate id is well-formed Unicode without a NUL");
        }
    }

    static void requireType(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("an aggregate type is kebab case, not '" + type + "'");
        }
    }

    /** The form that people and answers see, e.g. {@code wallet/8b1c}. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
