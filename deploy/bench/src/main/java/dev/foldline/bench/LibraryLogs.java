package dev.foldline.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries log in the processes of a benchmark: warnings. Messages that nobody reads would be measured, too. */
final class LibraryLogs {

    /** The reference keeps the level from being forgotten with the logger. */
    private static final Logger ALL = Logger.getLogger("");

    private LibraryLogs() {}

    /** In this process, which {@link JavaProcess#main} or {@code ./foldline bench} has started. */
    static void warningsOnly() {
        ALL.setLevel(Level.WARNING);
    }
}
