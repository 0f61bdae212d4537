package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Any number of processes may append at once. */
public interface ConcurrencyContract extends LogContract {

    @Test
    default void many_processes_append_to_one_partition_and_a_reader_sees_all_of_it_in_order() {
        int writers = 8;
        int commandsEach = 18;
        var ledger = new Ledger();
        List<Commit> followed = following(
                0,
                () -> Parallel.inParallel(writers, writer -> {
                    var random = new Random(writer);
                    var model = new ModelWriter(open(), 0, ledger);
                    List<Intent> intents = Intent.mixed(random, writer, commandsEach);
                    Intent.groups(random, intents).forEach(model::commit);
                    return writer;
                }));

        EventLog log = open();
        ledger.audit(log, 0, writers * commandsEach);
        assertThat(followed).isEqualTo(LogContract.readAll(log, 0));
    }

    @Test
    default void processes_that_write_to_different_partitions_do_not_disturb_each_other() {
        List<Ledger> ledgers = List.of(new Ledger(), new Ledger());
        Parallel.inParallel(4, writer -> {
            int partition = writer % 2;
            var model = new ModelWriter(open(), partition, ledgers.get(partition));
            return Intent.mixed(new Random(writer), writer, 10).stream()
                    .map(intent -> model.commit(List.of(intent)))
                    .toList();
        });

        ledgers.get(0).audit(open(), 0, 20);
        ledgers.get(1).audit(open(), 1, 20);
    }

    /** What a reader saw that read all the while the writers wrote. */
    private List<Commit> following(int partition, Runnable writers) {
        var writersDone = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Commit>> follower = executor.submit(new Follower(open(), partition, writersDone));
            try {
                writers.run();
            } finally {
                writersDone.countDown();
            }
            return Parallel.get(follower);
        }
    }
}
