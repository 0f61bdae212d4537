package dev.foldline.bench;

import dev.foldline.bench.LogWriterProcess.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Processes that write the same partitions, with an owner where they append by way of one. For one thread. */
final class LogWriterProcesses implements AutoCloseable {

    private static final int WARM_UP_CALLERS = 64;

    /** Processors that writers may still use to compile their code when they count as warm. */
    private static final double WARM = 0.1;

    private final Supplier<LogPlace> place;
    private final int count;
    private final Duration sample;
    private final int mostWarmUps;
    private final Path logs;
    private final SentCommands opened = new SentCommands();
    private final List<LogWriterProcess> processes = new ArrayList<>();
    private Optional<LogPlace> known = Optional.empty();
    private Optional<LogOwnerProcess> owner = Optional.empty();

    /**
     * So many, who start when they are asked for.
     *
     * @param place where they write; asked for then
     * @param sample how long they write at a time
     * @param mostWarmUps how often they do before anything is measured, while they compile their code
     * @param logs where theirs go
     */
    LogWriterProcesses(Supplier<LogPlace> place, int count, Duration sample, int mostWarmUps, Path logs) {
        this.place = place;
        this.count = count;
        this.sample = sample;
        this.mostWarmUps = mostWarmUps;
        this.logs = logs;
    }

    /** All of them; the wallets that they write are open. */
    List<LogWriterProcess> started() {
        if (known.isEmpty()) {
            LogPlace found = place.get();
            known = Optional.of(found);
            try (WriterSender sender = found.sender()) {
                new Opening(sender, opened).all(WalletTurns.opening());
            }
            start(found);
            warmUp();
        }
        return List.copyOf(processes);
    }

    private void start(LogPlace found) {
        String name = found.amqpUrl().isEmpty() ? "writer-" : "owned-writer-";
        try {
            if (found.amqpUrl().isPresent()) {
                owner = Optional.of(LogOwnerProcess.start(found, logs.resolve("owner.log")));
            }
            for (int number = 0; number < count; number++) {
                processes.add(LogWriterProcess.start(found, logs.resolve(name + number + ".log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many events a second these append together, with so many callers. */
    static double together(List<LogWriterProcess> all, int callers, Duration sample) {
        return written(all, callers, sample).stream()
                .mapToDouble(Written::perSecond)
                .sum();
    }

    private static List<Written> written(List<LogWriterProcess> all, int callers, Duration sample) {
        all.forEach(process -> process.order(Math.max(1, callers / all.size()), sample));
        return all.stream().map(LogWriterProcess::result).toList();
    }

    /**
     * Has them write until they have their code compiled, which takes most of two processors for up to a minute where there are
     * five, and have read the wallets.
     */
    private void warmUp() {
        double compiling = Double.MAX_VALUE;
        for (int number = 0; number < mostWarmUps && compiling > WARM; number++) {
            compiling = written(processes, WARM_UP_CALLERS, sample).stream()
                    .mapToDouble(Written::compiling)
                    .sum();
        }
    }

    /** Compares their log with what they were answered; empty when they were not asked for. */
    Optional<LogCheck> check() {
        processes.forEach(process -> process.tell(opened));
        return known.map(
                found -> LogCheck.of(found.mongodbUrl(), found.databasePrefix(), opened, LogCheck.Others.NONE));
    }

    @Override
    public void close() {
        processes.forEach(LogWriterProcess::close);
        owner.ifPresent(LogOwnerProcess::close);
    }
}
