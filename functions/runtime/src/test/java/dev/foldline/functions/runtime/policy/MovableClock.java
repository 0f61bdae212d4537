package dev.foldline.functions.runtime.policy;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on from wherever it is set to. */
final class MovableClock implements InstantSource {

    private record Setting(Instant time, long nanos) {}

    private volatile Setting setting;

    MovableClock(Instant now) {
        setting = new Setting(now, System.nanoTime());
    }

    void set(Instant now) {
        setting = new Setting(now, System.nanoTime());
    }

    @Override
    public Instant instant() {
        Setting current = setting;
        return current.time().plusNanos(System.nanoTime() - current.nanos());
    }
}
