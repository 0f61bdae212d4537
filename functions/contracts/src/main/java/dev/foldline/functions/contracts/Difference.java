package dev.foldline.functions.contracts;

/**
 * A difference between a committed message and what the records are now.
 *
 * @param place the field it is about, e.g. {@code stake.currency}; empty for the message as a whole
 * @param effect what it does to others
 * @param what what is different, as the end of a sentence that begins with the place
 */
record Difference(String place, Effect effect, String what) {

    @Override
    public String toString() {
        return place.isEmpty() ? "it " + what : "field '" + place + "' " + what;
    }
}
