package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.EventLogProperties;
import dev.foldline.eventstore.tck.LogFixture;
import dev.foldline.eventstore.tck.server.FerretDb;
import dev.foldline.eventstore.tck.server.MongoServer;
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

@PropertyDefaults(tries = 10)
@AddLifecycleHook(FerretDbEventLogPropertiesTest.UnlessMissing.class)
class FerretDbEventLogPropertiesTest extends EventLogProperties {

    private static @Nullable MongoServer server;

    static final class UnlessMissing implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return FerretDb.program().isPresent()
                    ? SkipResult.doNotSkip()
                    : SkipResult.skip("no ferretdb on the PATH, and none named by " + FerretDb.VARIABLE);
        }
    }

    @BeforeContainer
    static void start() throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "ferretdb");
        server = new FerretDb(FerretDb.program().orElseThrow(), directory.toAbsolutePath());
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
