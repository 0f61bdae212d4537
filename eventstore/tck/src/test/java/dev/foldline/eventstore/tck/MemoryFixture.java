package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A log in memory, with or without a fault that is put in on purpose. */
final class MemoryFixture implements LogFixture {

    private final List<ReferenceLog> partitions = List.of(new ReferenceLog(), new ReferenceLog());
    private final Function<MemoryLog, EventLog> fault;

    MemoryFixture(Function<MemoryLog, EventLog> fault) {
        this.fault = fault;
    }

    @Override
    public LogClient connect() {
        return new Client();
    }

    @Override
    public void lose(LogDefinition definition, int partition, long first, long last) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean canBeKilled() {
        return false;
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    private final class Client implements LogClient, LogClient.Network, EventStore {

        private final AtomicBoolean losingReplies = new AtomicBoolean();

        @Override
        public EventLog open(LogDefinition definition) {
            return fault.apply(new MemoryLog(partitions, this::reply));
        }

        @Override
        public List<LogDefinition> logs(String context) {
            return List.of(LogContract.WALLETS);
        }

        private void reply() {
            if (losingReplies.get()) {
                throw new StoreUnavailableException("the reply was lost", null);
            }
        }

        @Override
        public EventStore store() {
            return this;
        }

        @Override
        public Network network() {
            return this;
        }

        @Override
        public void breakConnections() {}

        @Override
        public void loseReplies() {
            losingReplies.set(true);
        }

        @Override
        public void goDown() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void comeBack() {
            losingReplies.set(false);
        }

        @Override
        public void close() {}
    }
}
