package dev.foldline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Option(names = "--mongodb-url", description = "the server; default: one of its own, as ./foldline up starts it")
    private @Nullable String mongodbUrl;

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
        if (mongodbUrl != null) {
            return measure(mongodbUrl, "that of --mongodb-url", state);
        }
        try (ServersProcess servers = ServersProcess.start(state)) {
            return measure(servers.urls().mongodb(), servers.urls().mongodbIs(), state);
        }
    }

    private int measure(String url, String server, Path state) throws IOException {
        Machine machine = Machine.here(server);
        var sample = Duration.ofMillis(millis);
        try (var logs = new BenchLogs(url);
                var sender = new WriterSender(url, logs.options());
                var processes = new LogWriterProcesses(url, logs.optionsOfWriters(), writers, state)) {
            open(sender);
            try (var once = new WriterSender(url, logs.optionsOfWriters())) {
                open(once);
            }
            List<Contest> contests = new ArrayList<>();
            contests.addAll(new AppendContests(logs, sender, processes.all(), sample).all(callers));
            contests.addAll(new ReadContests(logs, sample).all(events));
            tell(new LogReport(machine, rounds, play(contests), notes()), state);
        }
        return 0;
    }

    private static void open(WriterSender sender) {
        new Opening(sender, new SentCommands()).all(WalletTurns.opening());
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

    private static List<String> notes() {
        return List.of(
                "Write concern of both sides: majority, journaled. Payload of both: a deposit of a wallet, CBOR.",
                "The driver alone: a document per event, its names as short as ours, unique by aggregate and version, each"
                        + " caller with streams of its own whose version it knows; no positions, no command ids.",
                "Foldline: commands decided by a wallet's writer, 16 partitions, group commit; what is read is decoded.",
                "Clients and, unless it was given, the server share this machine.");
    }

    private static void tell(LogReport report, Path directory) throws IOException {
        System.out.println(report.markdown());
        report.writeMarkdown(directory.resolve("log.md"));
        report.writeJson(directory.resolve("log.json"));
        LogPlot.write(report, directory.resolve("log.svg"));
        System.out.println("Table, figures and plot: " + directory);
    }
}
