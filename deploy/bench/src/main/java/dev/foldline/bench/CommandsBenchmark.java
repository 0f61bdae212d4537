package dev.foldline.bench;

import dev.foldline.eventstore.mongodb.MongoOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./foldline bench commands}. */
@Command(
        name = "commands",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Throughput and latency of commands at fixed rates, and of one hot aggregate.",
            "It starts servers and applications of its own on free ports, and checks the log afterwards."
        })
final class CommandsBenchmark implements Callable<Integer> {

    @Option(names = "--ways", split = ",", description = "which ways: ${COMPLETION-CANDIDATES}; default: all")
    private List<Way> ways = List.of(Way.values());

    @Option(names = "--rates", split = ",", description = "commands per second; default: 250,500,1000,2000")
    private List<Integer> rates = List.of(250, 500, 1_000, 2_000);

    @Option(
            names = "--hot-rates",
            split = ",",
            description = "contributions to one jackpot per second; 0 for none; default: 1000,2000")
    private List<Integer> hotRates = List.of(1_000, 2_000);

    @Option(names = "--seconds", description = "how long each rate is measured; default: 10")
    private int seconds = 10;

    @Option(names = "--warm-up", description = "seconds that each rate is sent before it counts; default: 5")
    private int warmUpSeconds = 5;

    @Option(names = "--wallets", description = "how many wallets get the commands; default: 1000")
    private int wallets = 1_000;

    @Option(names = "--url", description = "an entrance that runs already, instead of a platform of its own")
    private @Nullable URI url;

    @Option(names = "--mongodb-url", description = "with --url: the database of its logs, to check them")
    private @Nullable String mongodbUrl;

    @Option(names = "--json", description = "where the figures go; default: target/bench-commands.json")
    private Path json = Path.of("target/bench-commands.json");

    private final Path home = Path.of(System.getProperty("foldline.home", "")).toAbsolutePath();
    private final SentCommands sent = new SentCommands();
    private final List<Measurement> measurements = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (url != null) {
            return measureGiven(url);
        }
        Path state = new StateDirectory(home.resolve("target/bench-commands")).fresh();
        try (ServersProcess servers = ServersProcess.start(state, EnumSet.allOf(ServersProcess.Kind.class))) {
            Machine machine = Machine.here(servers.urls().mongodbIs());
            for (Way way : ways) {
                measure(way, state, servers.urls());
            }
            return tell(new CommandsReport(
                    machine, measurements, check(servers.urls().mongodb(), LogCheck.Others.NONE)));
        }
    }

    private int measureGiven(URI entrance) throws Exception {
        Machine machine = Machine.here("that of " + entrance);
        try (Sender sender = new HttpSender(entrance)) {
            measure(sender, "HTTP to " + entrance);
        }
        LogCheck check = mongodbUrl == null ? LogCheck.none(sent) : check(mongodbUrl, LogCheck.Others.MAY_WRITE);
        return tell(new CommandsReport(machine, measurements, check));
    }

    private LogCheck check(String url, LogCheck.Others others) {
        return LogCheck.of(url, MongoOptions.defaults().databasePrefix(), sent, others);
    }

    private void measure(Way way, Path state, ServersProcess.Urls servers) throws IOException {
        System.err.println("Starting " + way.description() + " ...");
        try (Way.Started started = way.start(home, state, servers)) {
            measure(started.sender(), way.description());
        }
    }

    private void measure(Sender sender, String name) {
        String prefix = UUID.randomUUID().toString();
        List<String> ids = IntStream.range(0, wallets)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
        var opening = new Opening(sender, sent);
        opening.all(ids.stream().map(BenchCommand::openWallet).toList());
        Supplier<BenchCommand> any =
                () -> BenchCommand.deposit(ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
        rates.forEach(rate -> measure(sender, rate, name, any));
        opening.all(List.of(BenchCommand.openJackpot(prefix)));
        hotRates.stream()
                .filter(rate -> rate > 0)
                .forEach(rate -> measure(sender, rate, "one jackpot: " + name, () -> BenchCommand.contribute(prefix)));
    }

    private void measure(Sender sender, int rate, String name, Supplier<BenchCommand> commands) {
        System.err.println("Measuring " + rate + "/s: " + name + " ...");
        var loop = new OpenLoop(sender, sent, rate, Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(seconds));
        measurements.add(loop.run(name, commands));
    }

    private int tell(CommandsReport report) throws IOException {
        System.out.println(report.markdown());
        Path file = home.resolve(json);
        Files.createDirectories(file.toAbsolutePath().getParent());
        report.writeJson(file);
        System.out.println("Figures: " + file);
        return report.check().isSound() ? 0 : 1;
    }
}
