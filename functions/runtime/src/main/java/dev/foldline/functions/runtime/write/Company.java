package dev.foldline.functions.runtime.write;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether others write a partition, too, as far as a writer has noticed. Nobody does to begin with. Thread-safe. */
public final class Company {

    /** Writes that met nobody, after which a writer takes itself to be alone again. */
    private static final int ALONE_AFTER = 64;

    private final AtomicInteger left = new AtomicInteger();

    /** Whether others have written lately. */
    public boolean isThere() {
        return left.get() > 0;
    }

    /**
     * Somebody else has written.
     *
     * @return whether there was nobody before
     */
    public boolean met() {
        return left.getAndSet(ALONE_AFTER) == 0;
    }

    /** A write met nobody. */
    public void metNobody() {
        left.updateAndGet(writes -> Math.max(0, writes - 1));
    }

    /** It is as if nobody was there. */
    public void ignore() {
        left.set(0);
    }
}
