package dev.foldline.functions.runtime.write;

import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.Snapshots;
import dev.foldline.functions.runtime.write.Counter.Change;
import dev.foldline.functions.runtime.write.Counter.Changed;

/** A counter's state as it is kept. */
record Total(long value) implements AggregateSnapshot {

    Total {
        if (value < 0) {
            throw new IllegalStateException("a counter below zero");
        }
    }

    /** Counters with snapshots of this revision. */
    static AggregateType<Change, Long, Changed> counter(int revision) {
        return Counter.TYPE.with(new Snapshots<>(revision, Total.class, Total::new, Total::value));
    }
}
