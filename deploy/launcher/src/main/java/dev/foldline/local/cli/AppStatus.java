package dev.foldline.local.cli;

import dev.foldline.local.apps.Packaging;
import java.util.Locale;

/**
 * How it is with an application that is supervised.
 *
 * @param name the application
 * @param packaging what it was started from
 * @param pid its process id, of the last one when it is down
 * @param url where it is, or was
 * @param state what is to be expected of it
 * @param restarts how many times it has ended by itself and was started again
 * @param lastExit the exit code when it last ended by itself; {@link #NEVER} when it has not
 */
record AppStatus(String name, Packaging packaging, long pid, String url, State state, int restarts, int lastExit) {

    /** The exit code of an application that has never ended by itself. */
    static final int NEVER = -1;

    /** What is to be expected of an application. */
    enum State {
        /** It was started and does not say yet that it is ready. */
        STARTING,
        /** It has said that it is ready. */
        READY,
        /** It has ended by itself, and will be started again. */
        DOWN
    }

    /** For people: its state, and what it has been through. */
    String describe() {
        String text = state.name().toLowerCase(Locale.ROOT) + (packaging == Packaging.NATIVE ? ", native" : "");
        if (lastExit == NEVER) {
            return text;
        }
        String times = restarts == 1 ? "once" : restarts + " times";
        return text + ", restarted " + times + ", last after exit code " + lastExit;
    }
}
