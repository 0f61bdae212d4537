package dev.foldline.eventstore.tck;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever some processes do to a log, in whichever order, it answers as a list would. A subclass for each server says how to
 * reach it; every history gets a database of its own. A failure is told as the shortest history that fails.
 *
 * <p>It needs jqwik's engine beside that of Jupiter: {@code net.jqwik:jqwik-engine}.
 */
public abstract class EventLogProperties {

    /** A fixture on an empty database. */
    protected abstract LogFixture newFixture();

    @Property
    void a_log_answers_as_a_list_would(@ForAll("histories") List<Step> history) {
        try (LogFixture fixture = newFixture()) {
            new ModelRun(fixture).run(history);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Histories.any();
    }
}
