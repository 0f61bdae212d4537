package dev.foldline.local.cli;

import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.ArchiveProgress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Says how far it is: on a terminal by one line that changes, elsewhere by a line now and then; and in the end what has come
 * of it. For one thread.
 */
final class ArchiveProgressLine implements ArchiveProgress {

    private static final double NANOS = 1e9;
    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream progress;
    private final PrintStream result;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long told = started;
    private long planned;
    private long commits;
    private long bytes;
    private long segments;
    private long removed;
    private long cleaned;
    private long kept;
    private boolean shown;

    /**
     * @param progress where it is told how far it is
     * @param result where it is told what has come of it
     */
    ArchiveProgressLine(PrintStream progress, PrintStream result) {
        this.progress = progress;
        this.result = result;
        this.terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    @Override
    public void planned(long most) {
        planned = most;
    }

    @Override
    public void written(Partition partition, long more, long moreBytes) {
        commits += more;
        bytes += moreBytes;
        double rate = commits / seconds();
        String left = planned > commits ? ", at most %,.0f s left".formatted((planned - commits) / rate) : "";
        show("%s: %,d of %,d commits in %,d bytes, %,.0f/s%s"
                .formatted(partition, commits, Math.max(planned, commits), bytes, rate, left));
    }

    @Override
    public void waiting(Duration left) {
        show("%s newly in the archive; nothing leaves MongoDB before every process knows, in %d s"
                .formatted(counted(commits, "commit"), left.toSeconds()));
    }

    @Override
    public void removed(Partition partition, long more) {
        removed += more;
        show("%s: %,d commits have left MongoDB".formatted(partition, removed));
    }

    @Override
    public void left(Partition partition) {
        clear();
        progress.println(partition + ": somebody else is at work there, and goes on");
    }

    @Override
    public void restored(Partition partition, long more) {
        commits += more;
        show("%s: %,d commits are back, %,.0f/s".formatted(partition, commits, commits / seconds()));
    }

    @Override
    public void verified(Partition partition, long more, long moreBytes) {
        commits += more;
        bytes += moreBytes;
        segments++;
        show("%s: %,d commits in %,d bytes are as they were written".formatted(partition, commits, bytes));
    }

    @Override
    public void orphan(Partition partition, String name, boolean gone) {
        cleaned += gone ? 1 : 0;
        kept += gone ? 0 : 1;
        clear();
        result.println(partition + ": " + (gone ? "removed " : "left alone ") + name);
    }

    private double seconds() {
        return Math.max(1, System.nanoTime() - started) / NANOS;
    }

    private void show(String line) {
        long now = System.nanoTime();
        if (terminal) {
            progress.print("\r\033[K" + line);
            progress.flush();
            shown = true;
        } else if (now - told >= INTERVAL_NANOS) {
            told = now;
            progress.println(line);
        }
    }

    private void clear() {
        if (shown) {
            progress.print("\r\033[K");
            progress.flush();
            shown = false;
        }
    }

    String moved(Archive archive, ArchiveOptions options) {
        if (commits == 0 && removed == 0) {
            return "There is nothing to move: the newest %,d commits of each partition stay (--keep)%s."
                    .formatted(
                            options.keep(),
                            options.keepFor().isZero() ? "" : ", and so do those of the last " + options.keepFor());
        }
        return "Moved %s to %s, %,d bytes. %s left MongoDB, where the last that was moved of each partition stays, too."
                .formatted(counted(commits, "commit"), archive, bytes, counted(removed, "commit"));
    }

    String verified(Archive archive) {
        return segments == 0
                ? "Nothing is archived in " + archive + "."
                : "%s in %s, %,d bytes in %s: all as they were written."
                        .formatted(counted(commits, "commit"), counted(segments, "segment"), bytes, archive);
    }

    private static String counted(long number, String what) {
        return number == 1 ? "1 " + what : "%,d %ss".formatted(number, what);
    }

    String restored(Archive archive) {
        return commits == 0
                ? "Nothing has left MongoDB."
                : "Put %s back into MongoDB. The files in %s stay.".formatted(counted(commits, "commit"), archive);
    }

    String cleaned(Archive archive) {
        String stays = kept == 0
                ? ""
                : " %s stayed, as an archiver may be writing there, or the name does not say who has: delete by hand what is"
                                .formatted(counted(kept, "file"))
                        + " still there when none is at work.";
        return cleaned + kept == 0
                ? "Manifests name all segments in " + archive + "."
                : "Removed %s that no manifest names from %s.".formatted(counted(cleaned, "file"), archive) + stays;
    }

    /** @param outcome a line for the person who waits; empty for none */
    void end(String outcome) {
        clear();
        if (!outcome.isEmpty()) {
            result.println(outcome);
        }
    }
}
