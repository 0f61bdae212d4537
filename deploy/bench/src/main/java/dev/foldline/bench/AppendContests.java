package dev.foldline.bench;

import dev.foldline.bench.Contest.Aim;
import dev.foldline.bench.Contest.Duel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Appends: commands of one event each through a writer with group commit, beside inserts of the same event by the driver.
 *
 * @param logs where
 * @param sender takes the commands
 * @param writers further processes that take commands
 * @param sample how long one side is measured at a time
 */
record AppendContests(BenchLogs logs, WriterSender sender, List<LogWriterProcess> writers, Duration sample) {

    private static final int MOST_CALLERS = 256;
    private static final int BATCH = 100;
    private static final int BATCH_CALLERS = 16;
    private static final Map<Integer, Aim> AIMS = Map.of(1, Aim.atLeast(0.9), 64, Aim.atLeast(2.5), 256, Aim.atLeast(5));

    List<Contest> all(List<Integer> callers) {
        int most = callers.stream().mapToInt(Integer::intValue).max().orElse(MOST_CALLERS);
        var contests = new ArrayList<Contest>();
        callers.forEach(number -> contests.add(one(number)));
        contests.add(batches(most));
        callers.stream().filter(number -> number >= 64).forEach(number -> contests.add(company(number)));
        contests.add(halfLoad(most));
        return contests;
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
                "insertMany of " + BATCH + ", " + BATCH_CALLERS + " callers",
                Aim.atLeast(0.5),
                Duel.of(ours(callers), () -> new ClosedLoop(BATCH_CALLERS, sample).perSecond(raw::insertMany)));
    }

    private Contest company(int callers) {
        return new Contest(
                "append, " + callers + " callers, " + writers.size() + " writer processes",
                "events/s",
                "one process",
                Aim.atLeast(0.7),
                Duel.of(() -> together(writers, callers), () -> together(writers.subList(0, 1), callers)));
    }

    /** Commands come at half the rate that the writer can do, whether or not it keeps up. */
    private Contest halfLoad(int callers) {
        int half = Math.max(1, (int) ours(callers).take() / 2);
        return new Contest(
                "append at half load (" + half + "/s), 99th percentile", "µs", "median", Aim.atMost(3), oursFirst -> {
                    var loop = new OpenLoop(sender, new SentCommands(), half, sample.dividedBy(2), sample);
                    Latency millis = loop.run("log", WalletTurns::deposit).latencyMillis();
                    return new Contest.Outcome(millis.p99() * 1e3, millis.p50() * 1e3);
                });
    }

    private Contest.Sample ours(int callers) {
        return () -> new ClosedLoop(callers, sample).perSecond(new WalletTurns(sender));
    }

    private double together(List<LogWriterProcess> processes, int callers) {
        processes.forEach(process -> process.order(callers / processes.size(), sample));
        return processes.stream().mapToDouble(LogWriterProcess::result).sum();
    }

    /** Each caller of the driver has a stream of its own and knows its version. */
    private static final class RawStreams {

        private final BenchLogs logs;
        private final RawEvents events;
        private final AtomicLongArray versions;

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
}
