package dev.foldline.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/** Callers of the driver, each of whom has a stream of its own and knows its version. Thread-safe. */
final class RawStreams {

    /** How many events {@link #insertMany} inserts. */
    static final int BATCH = 100;

    private final BenchLogs logs;
    private final RawEvents events;
    private final AtomicLongArray versions;

    /** @param name of the collection */
    RawStreams(BenchLogs logs, String name, int callers) {
        this.logs = logs;
        this.events = logs.raw(name);
        this.versions = new AtomicLongArray(callers);
    }

    int insertOne(int caller) {
        events.insertOne("wallet-" + caller, versions.getAndIncrement(caller), logs.encoded());
        return 1;
    }

    int insertMany(int caller) {
        events.insertMany("wallet-" + caller, versions.getAndAdd(caller, BATCH), logs.encoded(BATCH));
        return BATCH;
    }
}
