package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Archivers that move the same partition at once, each in its own way, in every order of their steps. */
class ArchiversAtOnceTest extends ArchiverFixture {

    private static final ArchiveOptions SECOND = OPTIONS.withKeep(5).withSegmentCommits(10);

    static Stream<Arguments> orders() {
        List<ArchiverStep> steps = Arrays.asList(ArchiverStep.values());
        return steps.stream().flatMap(first -> steps.stream().map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void lose_nothing_on_a_storage_that_heeds_no_condition(ArchiverStep first, ArchiverStep second) {
        assertNothingIsLost(first, second, new HeedlessStorage());
    }

    @ParameterizedTest
    @EnumSource
    void lose_nothing_in_a_directory(ArchiverStep step) {
        assertNothingIsLost(step, step, storage());
    }

    @Test
    void what_another_one_seals_is_not_removed_before_everybody_knows() {
        var storage = new HeedlessStorage();
        var waiting = new ArchiverSteps(ArchiverStep.WAITING, () -> sealOnly(storage));

        run(waiting, storage, OPTIONS);

        assertThat(log.sealNow(0)).isEqualTo(45);
        assertThat(log.removable(0, 0, COMMITS)).hasSize(44);
    }

    @Test
    void nothing_is_removed_of_what_somebody_restores() {
        List<Commit> before = log.read(0, 0, COMMITS);
        var storage = new HeedlessStorage();
        var restorer = new Restorer("casino", log, new Archive(storage), ArchiveProgress.NONE);

        run(new ArchiverSteps(ArchiverStep.WAITING, restorer::restore), storage, OPTIONS);

        assertThat(log.sealNow(0)).isZero();
        assertThat(log.read(0, 0, COMMITS)).isEqualTo(before);
    }

    @Test
    void a_restore_gives_way_to_an_archiver_that_comes_later() {
        List<Commit> before = log.read(0, 0, COMMITS);
        var storage = new HeedlessStorage();
        run(new ArchiverSteps(ArchiverStep.WAITING, () -> {}), storage, OPTIONS);
        var steps = new ArchiverSteps(ArchiverStep.READ_BACK, () -> run(new Archive(storage), SECOND));
        var restorer = new Restorer("casino", log, new Archive(steps.watch(storage)), ArchiveProgress.NONE);

        assertThatThrownBy(restorer::restore)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("an archiver is at work on wallet");
        assertThat(log.sealNow(0)).isEqualTo(45);
        assertThat(reader(new Archive(storage)).read(0, 0, COMMITS + 1)).isEqualTo(before);
    }

    private void assertNothingIsLost(ArchiverStep first, ArchiverStep second, ArchiveStorage storage) {
        List<Commit> before = log.read(0, 0, COMMITS);
        EventLog opened = reader(new Archive(storage));

        new TwoArchivers(first, steps -> run(steps, storage, OPTIONS), second, steps -> run(steps, storage, SECOND))
                .run();

        assertWhole(opened, before);
        assertWhole(reader(new Archive(storage)), before);
        verify(new Archive(storage));
        run(new ArchiverSteps(first, () -> {}), storage, SECOND);
        assertThat(log.sealNow(0)).isEqualTo(45);
        assertThat(log.removable(0, 0, COMMITS)).isEmpty();
        assertWhole(opened, before);
    }

    private static void assertWhole(EventLog opened, List<Commit> before) {
        assertThat(opened.read(0, 0, COMMITS + 1)).isEqualTo(before);
        for (int position = 1; position <= COMMITS; position += 7) {
            assertAnsweredAsAtFirst(opened, before.get(position - 1));
        }
        assertThat(opened.load("wallet-3", 0)).isEqualTo(of("wallet-3", before));
    }

    private void run(ArchiverSteps steps, ArchiveStorage storage, ArchiveOptions options) {
        var epoch = new ConnectionEpoch();
        var settings = epoch.watch(MongoClientSettings.builder()
                        .applyConnectionString(server.connectionString())
                        .addCommandListener(steps))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            ArchivableLog own = new MongoEventStore(client, epoch, fixture.options()).openArchivable(WALLETS);
            new Archiver("casino", steps.watch(own), new Archive(steps.watch(storage)), steps)
                    .run(options, Instant.now());
        }
    }

    /** One that dies before it would wait. */
    private void sealOnly(ArchiveStorage storage) {
        var dying = BreakingLog.before("removable", log);
        var archiver = new Archiver("casino", dying, new Archive(storage), ArchiveProgress.NONE);
        assertThatThrownBy(() -> archiver.run(SECOND, Instant.now())).isInstanceOf(StoreUnavailableException.class);
    }
}
