package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foldline.eventstore.tck.MortalProcess;
import dev.foldline.eventstore.tck.server.FerretDb;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of writers, of the server and of both, one after the other, under load. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class KillEverythingTest {

    private static final int WRITERS = 2;
    private static final int COMMANDS_EACH = 120;
    private static final int ROUNDS = 5;
    private static final int COMMANDS_BEFORE_A_KILL = WRITERS * COMMANDS_EACH / (ROUNDS + 2);

    private final Path directory;
    private final Acknowledgements acknowledgements = new Acknowledgements();

    KillEverythingTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void the_stand_in_keeps_what_was_acknowledged_once() throws Exception {
        survivesKills(new StandInProcess(directory));
    }

    @Test
    void ferretdb_keeps_what_was_acknowledged_once() throws Exception {
        assumeTrue(FerretDb.program().isPresent(), "no ferretdb on the PATH, and none named by " + FerretDb.VARIABLE);
        survivesKills(new FerretDb(FerretDb.program().orElseThrow(), directory));
    }

    @Test
    void mongod_keeps_what_was_acknowledged_once() throws Exception {
        var mongod = dev.foldline.eventstore.tck.server.Mongod.program();
        assumeTrue(mongod.isPresent(), "no mongod on the PATH, and none named by FOLDLINE_MONGOD");
        survivesKills(new dev.foldline.eventstore.tck.server.Mongod(mongod.orElseThrow(), directory));
    }

    private void survivesKills(MongoServer server) throws Exception {
        try (server;
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<WriterProcess> writers = new ArrayList<>();
            for (int family = 1; family <= WRITERS; family++) {
                writers.add(new WriterProcess(
                        server.connectionString(), family, COMMANDS_EACH, directory, acknowledgements));
            }
            List<Future<?>> running =
                    writers.stream().<Future<?>>map(threads::submit).toList();
            for (int round = 1; round <= ROUNDS; round++) {
                acknowledgements.awaitSize(round * COMMANDS_BEFORE_A_KILL);
                strike(round, server, writers);
            }
            for (Future<?> one : running) {
                one.get();
            }
            assertThat(acknowledgements.positions()).hasSize(WRITERS * COMMANDS_EACH);
            WriterProcess.withStore(
                    server.connectionString(), store -> MortalProcess.audit(store, acknowledgements.positions()));
        }
    }

    /** First a writer, then the server, then both, and so on. */
    private static void strike(int round, MongoServer server, List<WriterProcess> writers) {
        if (round % 3 != 2) {
            writers.get(round % writers.size()).kill();
        }
        if (round % 3 != 1) {
            server.kill();
            server.restart();
        }
    }
}
