package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveCleaner;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cleaner, an archiver that was about to use what is removed, and one that comes while the cleaner stands still. */
class ArchiveCleanerAtOnceTest extends ArchiverFixture {

    private static final ArchiveOptions OTHERS = OPTIONS.withKeep(5).withSegmentCommits(10);

    @ParameterizedTest
    @EnumSource
    void an_archiver_that_goes_on_when_what_it_has_written_is_gone_loses_nothing(ArchiverStep step) {
        assertNothingIsLost(step, OTHERS, new HeedlessStorage());
    }

    /** Whoever comes while the cleaner stands still would write the same files as the one before. */
    @ParameterizedTest
    @EnumSource
    void nor_does_it_in_a_directory(ArchiverStep step) {
        assertNothingIsLost(step, OPTIONS, storage());
    }

    private void assertNothingIsLost(ArchiverStep step, ArchiveOptions options, ArchiveStorage storage) {
        List<Commit> before = log.read(0, 0, COMMITS);
        EventLog opened = reader(new Archive(storage));
        var steps = new ArchiverSteps(step, () -> {
            var another = Interruption.before("delete", () -> run(new Archive(storage), options));
            cleaner(another, storage).clean();
        });

        new Archiver("casino", steps.watch(log), new Archive(steps.watch(storage)), steps).run(OPTIONS, Instant.now());

        assertThat(opened.read(0, 0, COMMITS)).isEqualTo(before);
        assertGoesOn(storage, before);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLAIMED", "PARTLY_REMOVED"})
    void a_cleaner_may_stand_still_anywhere_while_another_archiver_comes_as_far_as_it_likes(ArchiverStep step) {
        List<Commit> before = log.read(0, 0, COMMITS);
        boolean stoodStill = true;
        for (int calls = 0; stoodStill; calls++) {
            var storage = new HeedlessStorage();
            assertThat(dies(new Archive(storage), BreakingLog.before("claim", log)))
                    .isTrue();
            var dying = Interruption.after(calls, () -> runUntil(step, storage));

            cleaner(dying, storage).clean();

            assertGoesOn(storage, before);
            stoodStill = dying.happened();
            new Restorer("casino", log, new Archive(storage), ArchiveProgress.NONE).restore();
        }
    }

    private void assertGoesOn(ArchiveStorage storage, List<Commit> before) {
        verify(new Archive(storage));
        assertThat(reader(new Archive(storage)).read(0, 0, COMMITS)).isEqualTo(before);
        run(new Archive(storage), OTHERS);
        assertThat(log.sealNow(0)).isEqualTo(COMMITS - OTHERS.keep());
        assertThat(log.removable(0, 0, COMMITS)).isEmpty();
        verify(new Archive(storage));
        assertThat(reader(new Archive(storage)).read(0, 0, COMMITS)).isEqualTo(before);
    }

    private ArchiveCleaner cleaner(Interruption interruption, ArchiveStorage storage) {
        return new ArchiveCleaner(
                "casino", interruption.of(log), new Archive(interruption.of(storage)), ArchiveProgress.NONE);
    }

    /** One that dies when it comes to the step, if it comes there. */
    private void runUntil(ArchiverStep step, ArchiveStorage storage) {
        var steps = new ArchiverSteps(step, () -> {
            throw new Died();
        });
        try {
            new Archiver("casino", steps.watch(log), new Archive(steps.watch(storage)), steps)
                    .run(OPTIONS, Instant.now());
        } catch (Died e) {
            // As it should.
        }
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
