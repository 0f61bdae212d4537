package dev.foldline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Processes that write the same partitions, with an owner where they append by way of one. For one thread. */
final class LogWriterProcesses implements AutoCloseable {

    private final Supplier<LogPlace> place;
    private final int count;
    private final Path logs;
    private final SentCommands opened = new SentCommands();
    private final List<LogWriterProcess> processes = new ArrayList<>();
    private Optional<LogPlace> known = Optional.empty();
    private Optional<LogOwnerProcess> owner = Optional.empty();

    /**
     * So many, who start when they are asked for.
     *
     * @param place where they write; asked for then
     * @param logs where theirs go
     */
    LogWriterProcesses(Supplier<LogPlace> place, int count, Path logs) {
        this.place = place;
        this.count = count;
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
