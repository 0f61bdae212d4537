package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a partition while others write to it, and finds each page to begin where the one before ended. */
final class Follower implements Callable<List<Commit>> {

    private final EventLog log;
    private final int partition;
    private final CountDownLatch writersDone;
    private final Random random = new Random(1);
    private final List<Commit> commits = new ArrayList<>();

    Follower(EventLog log, int partition, CountDownLatch writersDone) {
        this.log = log;
        this.partition = partition;
        this.writersDone = writersDone;
    }

    /** Everything that was written until the writers were done. */
    @Override
    public List<Commit> call() throws InterruptedException {
        boolean last = false;
        while (true) {
            int read = readPage();
            if (read == 0 && last) {
                return commits;
            }
            if (read == 0) {
                last = writersDone.await(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    private int readPage() {
        int limit = 1 + random.nextInt(20);
        List<Commit> page = log.read(partition, commits.size(), limit);
        assertThat(page).hasSizeLessThanOrEqualTo(limit);
        for (Commit commit : page) {
            assertThat(commit.position()).isEqualTo(commits.size() + 1);
            commits.add(commit);
        }
        return page.size();
    }
}
