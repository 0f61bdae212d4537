package dev.foldline.functions.runtime.follow;

import dev.foldline.eventstore.EventStoreException;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What a handler that cannot go on tells: one line for each kind of cause, and one when it is over, however many of its parts
 * are affected, and however often they try. Thread-safe.
 */
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String handler;
    private final Set<Object> affected = new HashSet<>();
    private final Set<Class<?>> told = new HashSet<>();
    private long sinceNanos;

    Outage(String handler) {
        this.handler = handler;
    }

    /**
     * A part of the handler cannot go on.
     *
     * @param part which one; the same each time
     * @return whether that was told: it is when the outage begins, and once more for each other kind of cause
     */
    synchronized boolean began(Object part, Throwable cause) {
        if (affected.isEmpty()) {
            sinceNanos = System.nanoTime();
            told.clear();
        }
        boolean tell = told.add(cause.getClass());
        if (tell) {
            LOG.warnf("%s cannot go on and tries again until it can: %s", handler, described(cause));
        }
        if (affected.add(part) || tell) {
            LOG.debugf(cause, "%s cannot go on in %s", handler, part);
        }
        return tell;
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

    /** The cause for people: a fault's code and message, which says what to do. */
    static String described(Throwable cause) {
        return switch (cause) {
            case EventStoreException fault -> fault.code() + ": " + fault.getMessage();
            case HandlingFailedException failed -> String.valueOf(failed.getMessage());
            default -> cause.toString();
        };
    }
}
