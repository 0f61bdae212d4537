package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;

/** A server that can be killed and loses everything, as it never had anything. */
final class NothingFixture implements LogFixture, LogClient, LogClient.Network {

    @Override
    public LogClient connect() {
        return this;
    }

    @Override
    public EventStore store() {
        return new NothingStore();
    }

    @Override
    public Network network() {
        return this;
    }

    @Override
    public boolean canBeKilled() {
        return true;
    }

    @Override
    public void lose(LogDefinition definition, int partition, long first, long last) {}

    @Override
    public void kill() {}

    @Override
    public void restart() {}

    @Override
    public void breakConnections() {}

    @Override
    public void loseReplies() {}

    @Override
    public void goDown() {}

    @Override
    public void comeBack() {}

    @Override
    public void close() {}
}
