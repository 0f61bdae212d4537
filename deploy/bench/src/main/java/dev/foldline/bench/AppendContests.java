package dev.foldline.bench;

import dev.foldline.bench.Contest.Aim;
import dev.foldline.bench.Contest.Duel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Appends: commands of one event each through a writer with group commit, beside inserts of the same event by the driver.
 *
 * @param logs where
 * @param wallets take the commands
 * @param sample how long one side is measured at a time
 */
record AppendContests(BenchLogs logs, OpenWallets wallets, Duration sample) {

    private static final int BATCH_CALLERS = 16;
    private static final Map<Integer, Aim> AIMS =
            Map.of(1, Aim.atLeast(0.9), 64, Aim.atLeast(2.5), 256, Aim.atLeast(5));

    /** With so many callers at once. */
    List<Contest> of(List<Integer> callers) {
        int most = callers.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return Stream.concat(callers.stream().map(this::one), Stream.of(batches(most)))
                .toList();
    }

    private Contest one(int callers) {
        var raw = new RawStreams(logs, "one-" + callers, callers);
        return new Contest(
                "append, " + callers + " callers",
                "events/s",
                "insertOne",
                AIMS.getOrDefault(callers, Aim.none()),
                Duel.of(ours(callers), () -> new ClosedLoop(callers, sample).perSecond(raw::insertOne)));
    }

    private Contest batches(int callers) {
        var raw = new RawStreams(logs, "many", BATCH_CALLERS);
        return new Contest(
                "append, " + callers + " callers, one event each",
                "events/s",
                "insertMany of " + RawStreams.BATCH + ", " + BATCH_CALLERS + " callers",
                Aim.atLeast(0.5),
                Duel.of(ours(callers), () -> new ClosedLoop(BATCH_CALLERS, sample).perSecond(raw::insertMany)));
    }

    private Contest.Sample ours(int callers) {
        ClosedLoop.Turn turns = wallets.turns();
        return () -> new ClosedLoop(callers, sample).perSecond(turns);
    }
}
