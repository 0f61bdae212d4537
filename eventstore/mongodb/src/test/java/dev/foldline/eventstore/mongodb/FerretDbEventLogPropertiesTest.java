package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogProperties;
import dev.foldline.eventstore.tck.LogFixture;
import net.jqwik.api.PropertyDefaults;

@OnServer(TestServer.FERRET_DB)
@PropertyDefaults(tries = 10)
class FerretDbEventLogPropertiesTest extends EventLogProperties {

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(ServerOfProperties.server(TestServer.FERRET_DB));
    }
}
