package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.eventstore.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlineStoreContractTest {

    @Test
    void fails_as_a_whole_against_a_store_that_does_nothing() {
        ContractTest.assertFailsAsAWhole(AgainstNothing.class, 12);
    }

    static class AgainstNothing extends DeadlineStoreContract {

        @Override
        protected DeadlineStore connect() {
            return new Nothing();
        }
    }

    private static final class Nothing implements DeadlineStore {

        @Override
        public boolean schedule(Owner owner, Cause cause, Deadline deadline) {
            return true;
        }

        @Override
        public boolean cancel(Owner owner, Cause cause, String key) {
            return true;
        }

        @Override
        public List<Deadline> due(Owner owner, Instant now, int limit) {
            return List.of();
        }

        @Override
        public void postpone(Owner owner, Deadline deadline, Instant until) {}

        @Override
        public void settle(Owner owner, Deadline deadline, Instant at) {}

        @Override
        public void forget(Owner owner, Map<Partition, Long> reached, Instant before) {}
    }
}
