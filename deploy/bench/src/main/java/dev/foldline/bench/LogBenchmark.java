package dev.foldline.bench;

import dev.foldline.bench.ServersProcess.Kind;
import dev.foldline.bench.ServersProcess.Urls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./foldline bench log}. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The log beside the MongoDB driver alone on the same server: appends, loads, a full read, sizes.",
            "Both sides are measured in turns, so what else the machine does weighs on both."
        })
final class LogBenchmark implements Callable<Integer> {

    private static final int MOST_WARM_UPS = 40;

    @Option(names = "--mongodb-url", description = "the server; default: one of its own, as ./foldline up starts it")
    private @Nullable String mongodbUrl;

    @Option(
            names = "--amqp-url",
            description = "the broker, where appends go by way of an owner; default: one of its own")
    private @Nullable String amqpUrl;

    @Option(names = "--rounds", description = "how often each is measured; default: 5")
    private int rounds = 5;

    @Option(names = "--millis", description = "how long each side is measured in a round; default: 2000")
    private int millis = 2_000;

    @Option(names = "--callers", split = ",", description = "callers at once; default: 1,16,64,256")
    private List<Integer> callers = List.of(1, 16, 64, 256);

    @Option(names = "--writers", description = "writer processes on the same partitions; default: 5")
    private int writers = 5;

    @Option(names = "--events", description = "events of a full read and of the sizes; default: 50000")
    private int events = 50_000;

    @Option(
            names = "--only",
            split = ",",
            converter = Topic.ByName.class,
            description = "what is measured, of: ${COMPLETION-CANDIDATES}; default: all")
    private List<Topic> only = List.of(Topic.values());

    @Option(names = "--quick", description = "a few seconds of everything, to see that it works")
    private boolean quick;

    @Option(names = "--out", description = "directory of log.md, log.json and log.svg; default: target/bench-log")
    private Path out = Path.of("target/bench-log");

    private final Path home = Path.of(System.getProperty("foldline.home", "")).toAbsolutePath();

    @Override
    public Integer call() throws Exception {
        if (quick) {
            rounds = 1;
            millis = 100;
            callers = List.of(1, 64);
            writers = 2;
            events = 1_000;
        }
        Path state = new StateDirectory(home.resolve(out)).fresh();
        Set<Kind> own = ownServers();
        if (own.isEmpty()) {
            return measure(given(new Urls(Map.of(), "")), state);
        }
        try (ServersProcess servers = ServersProcess.start(state, own)) {
            return measure(given(servers.urls()), state);
        }
    }

    private Set<Kind> ownServers() {
        Set<Kind> own = EnumSet.noneOf(Kind.class);
        if (mongodbUrl == null) {
            own.add(Kind.MONGODB);
        }
        if (amqpUrl == null && only.contains(Topic.OWNER)) {
            own.add(Kind.AMQP);
        }
        return own;
    }

    /** With the servers that the command line names in the place of others. */
    private Urls given(Urls others) {
        Urls urls = amqpUrl == null ? others : others.with(Kind.AMQP, amqpUrl, others.mongodbIs());
        return mongodbUrl == null ? urls : urls.with(Kind.MONGODB, mongodbUrl, "that of --mongodb-url");
    }

    private int measure(Urls urls, Path state) throws IOException {
        Machine machine = Machine.here(urls.mongodbIs());
        var sample = Duration.ofMillis(millis);
        int warmUps = quick ? 1 : MOST_WARM_UPS;
        String url = urls.mongodb();
        try (var logs = new BenchLogs(url);
                var wallets = new OpenWallets(new LogPlace(url, logs.prefix(), Optional.empty()));
                var alone = new LogWriterProcesses(
                        () -> new LogPlace(url, logs.prefix("w"), Optional.empty()), writers, sample, warmUps, state);
                var owned = new LogWriterProcesses(
                        () -> new LogPlace(url, logs.prefix("o"), Optional.of(urls.amqp())),
                        writers,
                        sample,
                        warmUps,
                        state)) {
            var halfLoad = new HalfLoadContests(logs, wallets, sample);
            var reads = new ReadContests(logs, sample, events);
            var contests = new LogContests(
                    new AppendContests(logs, wallets, sample),
                    new WriterContests(alone, owned, sample),
                    halfLoad,
                    reads);
            List<LogReport.Row> rows = play(contests.of(only, callers));
            LogCheck check = Stream.of(wallets.check(), alone.check(), owned.check())
                    .flatMap(Optional::stream)
                    .reduce(LogCheck.NOTHING, LogCheck::and);
            return tell(new LogReport(machine, rounds, rows, notes(halfLoad, reads), check), state);
        }
    }

    private List<LogReport.Row> play(List<Contest> contests) {
        List<Rounds> all = contests.stream().map(Rounds::new).toList();
        System.err.println("Warming up ...");
        all.forEach(Rounds::warmUp);
        for (int round = 1; round <= rounds; round++) {
            System.err.println("Round " + round + " of " + rounds + " ...");
            all.forEach(Rounds::play);
        }
        return all.stream().map(Rounds::result).toList();
    }

    private static List<String> notes(HalfLoadContests halfLoad, ReadContests reads) {
        var notes = new ArrayList<>(List.of(
                "Write concern of both sides: majority, journaled. Payload of both: a deposit of a wallet, CBOR.",
                "The driver alone: a document per event, its names as short as ours, unique by aggregate and version, each"
                        + " caller with streams of its own whose version it knows; no positions, no command ids.",
                "Foldline: commands decided by a wallet's writer, 16 partitions, group commit; what is read is decoded.",
                "Clients and, unless it was given, the server share this machine."));
        notes.addAll(halfLoad.notes());
        notes.addAll(reads.notes());
        return notes;
    }

    private static int tell(LogReport report, Path directory) throws IOException {
        System.out.println(report.markdown());
        report.writeMarkdown(directory.resolve("log.md"));
        report.writeJson(directory.resolve("log.json"));
        LogPlot.write(report, directory.resolve("log.svg"));
        System.out.println("Table, figures and plot: " + directory);
        if (!report.check().isSound()) {
            System.err.println("What was accepted is not what is in the log; the table says what is wrong.");
            return 1;
        }
        return 0;
    }
}
