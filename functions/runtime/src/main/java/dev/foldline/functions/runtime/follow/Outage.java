package dev.foldline.functions.runtime.follow;

import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What a handler that cannot go on tells: one line when it begins and one when it is over, however many of its parts are
 * affected, and however often they try. Thread-safe.
 */
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String handler;
    private final Set<Object> affected = new HashSet<>();
    private long sinceNanos;

    Outage(String handler) {
        this.handler = handler;
    }

    /**
     * A part of the handler cannot go on.
     *
     * @param part which one; the same each time
     * @return whether this is the outage's beginning
     */
    synchronized boolean began(Object part, Throwable cause) {
        boolean first = affected.isEmpty() && affected.add(part);
        if (first) {
            sinceNanos = System.nanoTime();
            LOG.warnf("%s cannot go on and tries again until it can: %s", handler, cause);
        }
        if (first || affected.add(part)) {
            LOG.debugf(cause, "%s cannot go on in %s", handler, part);
        }
        return first;
    }

    /**
     * A part goes on.
     *
     * @return whether this is the outage's end
     */
    synchronized boolean ended(Object part) {
        boolean last = affected.remove(part) && affected.isEmpty();
        if (last) {
            LOG.infof("%s goes on after %d s", handler, (System.nanoTime() - sinceNanos) / 1_000_000_000);
        }
        return last;
    }

    /** A part has given up, which is told elsewhere. */
    synchronized void left(Object part) {
        affected.remove(part);
    }
}
