package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.StoreUnavailableException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application whose server is not there. */
@QuarkusTest
@TestProfile(AwayServerTest.NoServer.class)
class AwayServerTest {

    @Inject
    EventStore store;

    @Test
    void the_application_starts_and_is_told_within_seconds_that_the_store_is_away() {
        long started = System.nanoTime();
        assertThatThrownBy(() -> store.open(new LogDefinition("away", "wallet", 2)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
    }

    public static final class NoServer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            // Nobody listens on the discard port.
            return Map.of("quarkus.mongodb.connection-string", "mongodb://127.0.0.1:9");
        }
    }
}
