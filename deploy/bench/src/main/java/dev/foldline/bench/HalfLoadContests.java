package dev.foldline.bench;

import dev.foldline.bench.Contest.Aim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * How long an append takes when they come at half the rate that many callers have just reached, whether or not earlier ones are
 * done; and how long an insert of the driver takes at half of its own: what of it is the server's and the machine's.
 *
 * @param logs where
 * @param wallets take the commands
 * @param sample how long one side is measured at a time, at least
 * @param rates what was half of what was reached, by row and round
 */
record HalfLoadContests(BenchLogs logs, OpenWallets wallets, Duration sample, Map<String, List<Double>> rates) {

    private static final String APPEND = "append";
    private static final String INSERT = "insertOne";

    /** Fewer make no 99th percentile. It is measured longer where they take longer, up to a limit. */
    private static final int SAMPLES = 5_000;

    private static final int LONGEST = 3;

    HalfLoadContests(BenchLogs logs, OpenWallets wallets, Duration sample) {
        this(logs, wallets, sample, new LinkedHashMap<>());
    }

    /** Of what so many callers reach. */
    List<Contest> of(int callers) {
        WalletTurns turns = wallets.turns();
        var raw = new RawStreams(logs, "half", callers);
        return List.of(
                contest(APPEND, callers, turns, turns.sender(), turns.sent(), Aim.atMost(3)),
                contest(INSERT, callers, raw::insertOne, new RawSender(raw, callers), new SentCommands(), Aim.none()));
    }

    private Contest contest(String what, int callers, ClosedLoop.Turn turn, Sender sender, SentCommands sent, Aim aim) {
        return new Contest(what + " at half load, 99th percentile", "µs", "median", aim, oursFirst -> {
            int rate = Math.max(1, (int) new ClosedLoop(callers, sample).perSecond(turn) / 2);
            rates.computeIfAbsent(what, _ -> new ArrayList<>()).add((double) rate);
            var loop = new OpenLoop(sender, sent, rate, sample.dividedBy(2), measured(rate));
            Latency millis = loop.run(what, WalletTurns::deposit).latencyMillis();
            return new Contest.Outcome(millis.p99() * 1e3, millis.p50() * 1e3);
        });
    }

    private Duration measured(int rate) {
        Duration enough = Duration.ofMillis(SAMPLES * 1_000L / rate);
        Duration longest = sample.multipliedBy(LONGEST);
        return enough.compareTo(sample) < 0 ? sample : enough.compareTo(longest) > 0 ? longest : enough;
    }

    /** At which rates it was measured; none when it was not. */
    List<String> notes() {
        return rates.entrySet().stream()
                .map(rate -> "Half load, per second, median (least–most): " + rate.getKey() + " "
                        + Spread.of(rate.getValue()) + ".")
                .toList();
    }

    /** Each insert by a thread of its own; callers take turns. */
    private record RawSender(RawStreams raw, int callers, AtomicInteger next) implements Sender {

        RawSender(RawStreams raw, int callers) {
            this(raw, callers, new AtomicInteger());
        }

        @Override
        public void send(BenchCommand ignored, IntConsumer answered) {
            int caller = Math.floorMod(next.getAndIncrement(), callers);
            Thread.startVirtualThread(() -> {
                raw.insertOne(caller);
                answered.accept(ACCEPTED);
            });
        }

        @Override
        public void close() {}
    }
}
