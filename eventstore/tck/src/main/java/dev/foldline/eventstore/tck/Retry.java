package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.StoreUnavailableException;

/** Does it again while the store cannot be reached. A call that fails takes its time, so this is no busy loop. */
final class Retry {

    private static final int ATTEMPTS = 50;

    private Retry() {}

    static void untilAvailable(Runnable action) {
        for (int attempt = 1; ; attempt++) {
            try {
                action.run();
                return;
            } catch (StoreUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw new AssertionError("the store did not become available", e);
                }
            }
        }
    }
}
