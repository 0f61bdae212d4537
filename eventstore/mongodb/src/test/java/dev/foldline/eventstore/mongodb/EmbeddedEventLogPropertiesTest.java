package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogProperties;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.EmbeddedMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;

@PropertyDefaults(tries = 60)
class EmbeddedEventLogPropertiesTest extends EventLogProperties {

    private static final MongoServer SERVER = new EmbeddedMongo();

    @AfterContainer
    static void stop() {
        SERVER.close();
    }

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(SERVER);
    }
}
