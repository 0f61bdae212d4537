package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import java.util.ArrayList;
import java.util.List;

/** What the parts of the contract have in common. */
public interface LogContract {

    /** The log that most tests use. */
    LogDefinition WALLETS = new LogDefinition("tck", "wallet", 2);

    /** The fixture of the current test. */
    LogFixture fixture();

    /** The log of {@link #WALLETS}, as another process opens it. */
    default EventLog open() {
        return fixture().connect().store().open(WALLETS);
    }

    /** All of a partition, read in pages. */
    static List<Commit> readAll(EventLog log, int partition) {
        var commits = new ArrayList<Commit>();
        List<Commit> page;
        do {
            page = log.read(partition, commits.isEmpty() ? 0 : commits.getLast().position(), 100);
            commits.addAll(page);
        } while (!page.isEmpty());
        return commits;
    }
}
