package dev.foldline.eventstore.archive.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveCleaner;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs whose older part leaves for S3. */
class S3ArchiverTest {

    private static final S3Server S3 = new S3Server();
    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final ConnectionEpoch EPOCH = new ConnectionEpoch();
    private static final MongoClient CLIENT = MongoClients.create(
            EPOCH.watch(MongoClientSettings.builder().applyConnectionString(MONGO.connectionString()))
                    .build());
    private static final int COMMITS = 50;
    private static final ArchiveOptions OPTIONS =
            ArchiveOptions.defaults().withKeep(10).withSegmentCommits(15);

    private final LogDefinition wallets =
            new LogDefinition("c" + UUID.randomUUID().toString().substring(0, 8), "wallet", 1);
    private final MongoEventStore store =
            new MongoEventStore(CLIENT, EPOCH, MongoOptions.defaults().withSealNotice(Duration.ZERO));
    private final ArchivableLog log = store.openArchivable(wallets);
    private final Archive archive = new Archive(S3.open("archive"));

    @BeforeAll
    static void start() throws Exception {
        S3.start();
    }

    @AfterAll
    static void stop() throws Exception {
        CLIENT.close();
        MONGO.close();
        S3.stop();
    }

    @BeforeEach
    void append() {
        log.append(
                0,
                0,
                IntStream.range(0, COMMITS).mapToObj(S3ArchiverTest::commit).toList());
    }

    @Test
    void are_read_across_the_seam_and_come_back() {
        List<Commit> before = log.read(0, 0, COMMITS);

        run(OPTIONS, ArchiveProgress.NONE);

        assertWhole(before, 40);
        new Restorer(wallets.context(), log, archive, ArchiveProgress.NONE).restore();
        assertThat(log.read(0, 0, COMMITS + 1)).isEqualTo(before);
    }

    @Test
    void lose_nothing_to_two_archivers_at_once() {
        List<Commit> before = log.read(0, 0, COMMITS);
        ArchiveOptions others = OPTIONS.withKeep(5).withSegmentCommits(20);

        run(OPTIONS, new Interrupted(() -> run(others, ArchiveProgress.NONE)));

        assertWhole(before, 45);
    }

    @Test
    void what_no_manifest_names_is_removed() throws IOException {
        List<Commit> before = log.read(0, 0, COMMITS);
        run(OPTIONS, ArchiveProgress.NONE);
        String directory =
                "%s/wallet/%s/00/".formatted(wallets.context(), log.descriptor().id());
        try (ArchiveStorage storage = S3.open("archive")) {
            List<String> files = storage.list(directory);
            storage.putIfAbsent(directory + "1-9-0123456789ab-1.segment", new byte[0]);

            new ArchiveCleaner(wallets.context(), log, archive, ArchiveProgress.NONE).clean();

            assertThat(storage.list(directory))
                    .containsAll(files)
                    .hasSize(files.size() + 1)
                    .noneMatch(file -> file.contains("0123456789ab"));
        }
        assertWhole(before, 40);
    }

    private void assertWhole(List<Commit> before, long sealed) {
        assertThat(log.sealNow(0)).isEqualTo(sealed);
        assertThat(log.removable(0, 0, COMMITS)).isEmpty();
        EventLog opened = store.withArchive(archive).open(wallets);
        assertThat(opened.read(0, 0, COMMITS + 1)).isEqualTo(before);
        assertThat(opened.find(0, before.getFirst().commandId())).contains(before.getFirst());
        new Restorer(wallets.context(), log, archive, ArchiveProgress.NONE).verify();
    }

    private void run(ArchiveOptions options, ArchiveProgress progress) {
        new Archiver(wallets.context(), log, archive, progress).run(options, Instant.now());
    }

    private static NewCommit commit(int number) {
        var event = new EventData("deposited", 1, ("{\"cents\":" + number + "}").getBytes(UTF_8));
        return new NewCommit(
                "wallet", number, UUID.randomUUID(), Instant.EPOCH.plusSeconds(number), List.of(event), Map.of());
    }

    /** Something happens when the first segment is sealed. */
    private static final class Interrupted implements ArchiveProgress {

        private final Runnable what;
        private boolean happened;

        Interrupted(Runnable what) {
            this.what = what;
        }

        @Override
        public void written(Partition partition, long commits, long bytes) {
            if (!happened) {
                happened = true;
                what.run();
            }
        }
    }
}
