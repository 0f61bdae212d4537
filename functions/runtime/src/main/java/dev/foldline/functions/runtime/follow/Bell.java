package dev.foldline.functions.runtime.follow;

import java.util.function.BooleanSupplier;

/** Wakes the one who waits for something to do. Rung after there is something, it is never missed. Thread-safe. */
final class Bell {

    /** There may be something to do. Not to be called under a lock that the condition takes. */
    synchronized void ring() {
        notifyAll();
    }

    /** Waits until the condition holds; looks at it at once and whenever the bell rings. */
    synchronized void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            wait();
        }
    }
}
