package dev.foldline.eventstore.tck;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every log keeps. A subclass for each server says how to reach it; every test gets a database of its own.
 *
 * <pre>{@code
 * class ServerEventLogTest extends EventLogContract {
 *     @Override
 *     protected LogFixture newFixture() {
 *         return new ServerFixture(server);
 *     }
 * }
 * }</pre>
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public abstract class EventLogContract
        implements OpenContract,
                AppendContract,
                CommandIdContract,
                ReadContract,
                LoadContract,
                FilterContract,
                MergedReadContract,
                ConcurrencyContract,
                UnknownOutcomeContract,
                TruncationContract,
                CrashContract {

    private @Nullable LogFixture fixture;

    /** A fixture on an empty database. */
    protected abstract LogFixture newFixture();

    @BeforeEach
    final void makeFixture() {
        fixture = newFixture();
    }

    @AfterEach
    final void closeFixture() {
        if (fixture != null) {
            fixture.close();
        }
    }

    @Override
    public final LogFixture fixture() {
        if (fixture == null) {
            throw new IllegalStateException("a test has a fixture only while it runs");
        }
        return fixture;
    }
}
