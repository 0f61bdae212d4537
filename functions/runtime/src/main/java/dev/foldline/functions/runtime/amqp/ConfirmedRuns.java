package dev.foldline.functions.runtime.amqp;

import java.util.Map;
import java.util.TreeMap;

/**
 * Positions of one partition whose announcements the broker has confirmed, as runs without a hole. Other processes announce
 * the positions in between. Thread-safe.
 */
final class ConfirmedRuns {

    /** More runs than these are not kept; what is forgotten is announced again by a relay. */
    private static final int MOST = 1_000;

    /** First position to last position. */
    private final TreeMap<Long, Long> runs = new TreeMap<>();

    synchronized void add(long position) {
        Map.Entry<Long, Long> before = runs.floorEntry(position);
        if (before != null && before.getValue() >= position) {
            return;
        }
        boolean joinsBefore = before != null && before.getValue() == position - 1;
        Long after = runs.remove(position + 1);
        runs.put(joinsBefore ? before.getKey() : position, after == null ? position : after);
        if (runs.size() > MOST) {
            runs.pollFirstEntry();
        }
    }

    synchronized boolean isEmpty() {
        return runs.isEmpty();
    }

    /** How far all is confirmed, given that it is as far as {@code position}. */
    synchronized long upTo(long position) {
        Map.Entry<Long, Long> run = runs.floorEntry(position + 1);
        return run == null ? position : Math.max(position, run.getValue());
    }

    /** Nobody asks about positions up to this one any more. */
    synchronized void forget(long position) {
        while (!runs.isEmpty() && runs.firstEntry().getValue() <= position) {
            runs.pollFirstEntry();
        }
    }
}
