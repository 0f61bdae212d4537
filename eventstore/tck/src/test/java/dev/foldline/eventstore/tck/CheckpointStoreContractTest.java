package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckpointStoreContractTest {

    @Test
    void fails_as_a_whole_against_a_store_that_does_nothing() {
        ContractTest.assertFailsAsAWhole(AgainstNothing.class, 9);
    }

    static class AgainstNothing extends CheckpointStoreContract {

        @Override
        protected CheckpointStore connect() {
            return new CheckpointStore() {
                @Override
                public Optional<Checkpoint> find(String context, String handler, Partition partition) {
                    return Optional.empty();
                }

                @Override
                public DerivedIds begin(String context, String handler, LogDescriptor log) {
                    return DerivedIds.HASHED;
                }

                @Override
                public Checkpoint advance(String context, String handler, Partition partition, Checkpoint reached) {
                    return reached;
                }
            };
        }
    }
}
