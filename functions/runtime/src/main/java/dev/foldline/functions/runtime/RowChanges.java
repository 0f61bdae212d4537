package dev.foldline.functions.runtime;

import java.util.Set;

/** Tells that rows of a projection have changed, whichever process has changed them. Thread-safe. */
public interface RowChanges {

    /** Hears of changes, after they can be read. Called on an event loop: must not block. */
    interface Listener {

        /** The rows of these ids have changed. */
        void changed(Set<String> rowIds);

        /** Any row may have changed: more than can be named, or something that was not heard of. */
        void anyChanged();
    }

    /**
     * Listens to a projection's changes. Returns at once, and calls the listener later only: {@link Listener#anyChanged} when
     * the listening has begun, and again after each interruption. So whoever reads at each call misses nothing.
     *
     * @return ends the listening; to be run once
     */
    Runnable listen(String projection, Listener listener);
}
