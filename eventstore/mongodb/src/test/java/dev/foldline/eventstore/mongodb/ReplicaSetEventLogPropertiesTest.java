package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogProperties;
import dev.foldline.eventstore.tck.LogFixture;
import net.jqwik.api.PropertyDefaults;

@OnServer(TestServer.REPLICA_SET)
@PropertyDefaults(tries = 60)
class ReplicaSetEventLogPropertiesTest extends EventLogProperties {

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(ServerOfProperties.server(TestServer.REPLICA_SET));
    }
}
