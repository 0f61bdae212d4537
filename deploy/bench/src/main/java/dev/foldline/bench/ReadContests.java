package dev.foldline.bench;

import dev.foldline.bench.Contest.Aim;
import dev.foldline.bench.Contest.Duel;
import dev.foldline.eventstore.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Loads and scans of events in commits of several, decoded, beside those of a document for each event; and their size. */
final class ReadContests {

    private static final int AGGREGATES = 8;
    private static final int EVENTS_OF_A_WALLET = 100;

    /** Of what is scanned, and whose size is told. */
    private static final String SCAN = "scan";

    private static final String AS_OURS = "as-ours";

    /** How long an aggregate may be, with the aim for it. */
    private record Length(int events, Aim aim) {}

    private static final List<Length> LENGTHS =
            List.of(new Length(100, Aim.none()), new Length(1_000, Aim.atLeast(3)), new Length(10_000, Aim.none()));

    private final BenchLogs logs;
    private final Duration sample;
    private final int events;
    private final List<String> notes = new ArrayList<>();
    private boolean filled;

    /**
     * @param sample how long one side is measured at a time
     * @param events how many there are to scan; also the longest aggregate
     */
    ReadContests(BenchLogs logs, Duration sample, int events) {
        this.logs = logs;
        this.sample = sample;
        this.events = events;
    }

    List<Contest> loads() {
        return LENGTHS.stream()
                .filter(length -> length.events() <= events)
                .map(this::load)
                .toList();
    }

    Contest snapshot() {
        return new SnapshotContest(logs, sample).contest();
    }

    private Contest load(Length length) {
        EventLog log = logs.log("load-" + length.events(), 1);
        RawEvents raw = logs.raw("load-" + length.events());
        List<String> ids = IntStream.range(0, AGGREGATES)
                .mapToObj(number -> UUID.randomUUID().toString())
                .toList();
        ids.forEach(id -> {
            logs.append(log, id, 0, length.events(), BenchLogs.EVENTS_PER_COMMIT);
            raw.insertMany(id, 0, logs.encoded(length.events()));
        });
        return new Contest(
                String.format("load of %,d events in commits of %d", length.events(), BenchLogs.EVENTS_PER_COMMIT),
                "events/s",
                "find, decode",
                length.aim(),
                Duel.of(
                        each(ids, id -> logs.decodeAll(log.load(id, 0)), length.events()),
                        each(ids, id -> raw.load(id, logs::decode), length.events())));
    }

    private Contest.Sample each(List<String> ids, Consumer<String> load, int events) {
        var next = new AtomicInteger();
        return () -> new ClosedLoop(1, sample).perSecond(caller -> {
            load.accept(ids.get(next.getAndIncrement() % ids.size()));
            return events;
        });
    }

    Contest scan() {
        fillOnce();
        EventLog log = logs.log(SCAN, 1);
        RawEvents raw = logs.raw(SCAN);
        var one = new ClosedLoop(1, sample);
        return new Contest(
                "full read, commits of " + BenchLogs.EVENTS_PER_COMMIT,
                "events/s",
                "scan, decode",
                Aim.atLeast(3),
                Duel.of(
                        () -> one.perSecond(caller -> Math.toIntExact(logs.readAll(log))),
                        () -> one.perSecond(caller -> {
                            var read = new AtomicInteger();
                            raw.scan(data -> {
                                logs.decode(data);
                                read.incrementAndGet();
                            });
                            return read.get();
                        })));
    }

    private void fillOnce() {
        if (!filled) {
            fill(logs.log(SCAN, 1), BenchLogs.EVENTS_PER_COMMIT);
            fill(logs.raw(SCAN));
            filled = true;
        }
    }

    /** Sizes do not change from round to round. */
    List<Contest> sizes() {
        fillOnce();
        fill(logs.log("alone", 1), 1);
        EventSize rawSize = logs.sizeOfRaw(SCAN);
        EventSize ours = logs.sizeOfLog(SCAN);
        EventSize single = logs.sizeOfLog("alone");
        String several = "event in commits of " + BenchLogs.EVENTS_PER_COMMIT;
        var all = new ArrayList<>(List.of(
                size(several, ours, rawSize, Aim.atMost(1)),
                size("event alone in its commit", single, rawSize, Aim.none())));
        if (ours.isOnDisk()) {
            all.add(size(several + ", the driver's made as ours", ours, asOurs(), Aim.none()));
        } else {
            notes.add(
                    "The driver's collection made with the options of ours: n/a, this server does not tell sizes on disk.");
        }
        return all;
    }

    private EventSize asOurs() {
        fill(logs.rawAsOurs(AS_OURS, SCAN));
        return logs.sizeOfRaw(AS_OURS);
    }

    /** What to know about what was asked for. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private Contest size(String name, EventSize ours, EventSize raw, Aim aim) {
        var outcome = new Contest.Outcome(ours.perEvent(events), raw.perEvent(events));
        return new Contest(name, "bytes " + ours.of(), "document per event", aim, oursFirst -> outcome);
    }

    private void fill(EventLog log, int eventsPerCommit) {
        forEachWallet(id -> logs.append(log, id, 0, EVENTS_OF_A_WALLET, eventsPerCommit));
    }

    private void fill(RawEvents raw) {
        forEachWallet(id -> raw.insertMany(id, 0, logs.encoded(EVENTS_OF_A_WALLET)));
    }

    private void forEachWallet(Consumer<String> fill) {
        for (int wallet = 0; wallet < events / EVENTS_OF_A_WALLET; wallet++) {
            fill.accept(UUID.randomUUID().toString());
        }
    }
}
