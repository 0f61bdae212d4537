package dev.foldline.eventstore.tck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives the death of the server. */
public interface CrashContract extends LogContract {

    @Test
    default void every_acknowledged_commit_survives_a_server_that_is_killed_under_load() throws InterruptedException {
        assumeTrue(fixture().canBeKilled(), "this server is not a process that can be killed");
        int writers = 4;
        int commandsEach = 30;
        var ledger = new Ledger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(writer -> executor.submit(() -> write(ledger, writer, commandsEach)))
                    .toList();
            killWhenAcknowledged(ledger, 20);
            killWhenAcknowledged(ledger, 60);
            writing.forEach(Parallel::get);
        }

        ledger.audit(open(), 0, writers * commandsEach);
    }

    private void write(Ledger ledger, int writer, int commands) {
        var random = new Random(writer);
        var model = new ModelWriter(open(), 0, ledger);
        for (List<Intent> group : Intent.groups(random, Intent.mixed(random, writer, commands))) {
            Retry.untilAvailable(() -> model.commit(group));
        }
    }

    private void killWhenAcknowledged(Ledger ledger, int commands) throws InterruptedException {
        ledger.awaitSize(commands);
        fixture().kill();
        fixture().restart();
    }
}
