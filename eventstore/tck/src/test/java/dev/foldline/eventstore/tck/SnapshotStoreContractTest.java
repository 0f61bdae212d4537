package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.SnapshotStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotStoreContractTest {

    @Test
    void fails_as_a_whole_against_a_store_that_does_nothing() {
        ContractTest.assertFailsAsAWhole(AgainstNothing.class, 7);
    }

    static class AgainstNothing extends SnapshotStoreContract {

        @Override
        protected SnapshotStore connect() {
            return new SnapshotStore() {
                @Override
                public Optional<Snapshot> find(Key key) {
                    return Optional.empty();
                }

                @Override
                public void save(Key key, Snapshot snapshot) {}

                @Override
                public void remove(Key key, Origin origin) {}
            };
        }
    }
}
