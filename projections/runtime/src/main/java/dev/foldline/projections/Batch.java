package dev.foldline.projections;

import dev.foldline.functions.RecordedEvent;
import java.util.List;

/**
 * A dense run of commits of one partition, and their events.
 *
 * @param after the position before the first commit
 * @param last the position of the last
 * @param events their events, in order
 */
record Batch<E>(long after, long last, List<RecordedEvent<E>> events) {}
