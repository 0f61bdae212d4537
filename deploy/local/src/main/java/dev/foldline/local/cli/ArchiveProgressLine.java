package dev.foldline.local.cli;

import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.archive.ArchiveProgress;
import java.io.PrintStream;
import java.time.Duration;

/** One line on the terminal that says how far it is. For one thread. */
final class ArchiveProgressLine implements ArchiveProgress {

    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final long started = System.nanoTime();
    private long planned;
    private long commits;
    private long bytes;
    private long removed;
    private boolean shown;

    ArchiveProgressLine(PrintStream out) {
        this.out = out;
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
    public void waiting(Duration pause) {
        show("%,d commits are in the archive; %d s until every process knows".formatted(commits, pause.toSeconds()));
    }

    @Override
    public void removed(Partition partition, long more) {
        removed += more;
        show("%s: %,d commits have left MongoDB".formatted(partition, removed));
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
        show("%s: %,d commits in %,d bytes are as they were written".formatted(partition, commits, bytes));
    }

    private double seconds() {
        return Math.max(1, System.nanoTime() - started) / NANOS;
    }

    private void show(String line) {
        out.print("\r\033[K" + line);
        out.flush();
        shown = true;
    }

    /** Leaves the last line where it is. */
    void end() {
        if (shown) {
            out.println();
        }
    }
}
