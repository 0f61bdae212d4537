package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogProperties;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.GivenMongo;
import dev.foldline.eventstore.tck.server.MongoServer;
import dev.foldline.eventstore.tck.server.Mongod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.jspecify.annotations.Nullable;

/** MongoDB itself, as in {@link ReplicaSetEventLogTest}. */
@PropertyDefaults(tries = 60)
@AddLifecycleHook(ReplicaSetEventLogPropertiesTest.UnlessMissing.class)
class ReplicaSetEventLogPropertiesTest extends EventLogProperties {

    private static @Nullable MongoServer server;

    static final class UnlessMissing implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return GivenMongo.given().isPresent() || Mongod.program().isPresent()
                    ? SkipResult.doNotSkip()
                    : SkipResult.skip("no server named by " + GivenMongo.VARIABLE
                            + ", and no mongod on the PATH or named by " + Mongod.VARIABLE);
        }
    }

    @BeforeContainer
    static void start() throws IOException {
        server = GivenMongo.given().isPresent()
                ? GivenMongo.given().orElseThrow()
                : new Mongod(
                        Mongod.program().orElseThrow(),
                        Files.createTempDirectory(Path.of("target"), "mongod").toAbsolutePath());
    }

    @AfterContainer
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected LogFixture newFixture() {
        return new MongoLogFixture(Objects.requireNonNull(server));
    }
}
