package dev.foldline.functions.runtime.policy;

/**
 * One of the things that a policy wants done about an event.
 *
 * @param reaction which of its reactions, from 0
 * @param afterRefusal which of those that a refusal of its command brought about, from 1; 0 for the reaction itself
 */
record Step(int reaction, int afterRefusal) {

    /** More are not told apart. */
    static final int MOST = 1_000;

    Step {
        if (reaction >= MOST || afterRefusal >= MOST) {
            throw new IllegalArgumentException("a policy reacts to one event in fewer than " + MOST + " ways");
        }
    }

    /** The event's steps in the order in which they are done. */
    int ordinal() {
        return reaction * MOST + afterRefusal;
    }

    /** The form that ids are made of, e.g. {@code 0} and {@code 0r1}. */
    @Override
    public String toString() {
        return afterRefusal == 0 ? String.valueOf(reaction) : reaction + "r" + afterRefusal;
    }
}
