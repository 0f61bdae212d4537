package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogProperties;
import dev.foldline.eventstore.tck.LogFixture;
import net.jqwik.api.PropertyDefaults;

@OnServer(TestServer.EMBEDDED)
@PropertyDefaults(tries = 60)
class EmbeddedEventLogPropertiesTest extends EventLogProperties {

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(ServerOfProperties.server(TestServer.EMBEDDED));
    }
}
