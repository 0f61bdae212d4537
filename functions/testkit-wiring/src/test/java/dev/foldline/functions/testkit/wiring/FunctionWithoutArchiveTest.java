package dev.foldline.functions.testkit.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that has not been told where the archive is. */
@SuppressWarnings("NullAway.Init")
@QuarkusTest
@TestProfile(FunctionWithoutArchiveTest.NotTold.class)
class FunctionWithoutArchiveTest {

    @Inject
    ParrotArchive archive;

    @TestHTTPResource
    URI application;

    @TempDir
    Path directory = Path.of("");

    @Test
    void writes_nothing_more_once_something_has_left_says_why_and_goes_on_when_it_is_back() {
        var client = new ParrotClient(application);
        client.said("polly", "a", UUID.randomUUID());
        client.said("polly", "b", UUID.randomUUID());
        assertThat(client.readiness().body()).doesNotContain("log-archived");

        archive.moveTo(directory.toUri());

        assertThat(client.say("polly", "c", UUID.randomUUID()).statusCode()).isEqualTo(503);
        assertThat(client.say("polly", "d", UUID.randomUUID()).statusCode()).isEqualTo(503);
        assertThat(client.readiness().statusCode()).isEqualTo(503);
        assertThat(client.readiness().body())
                .contains("foldline-log", "DOWN", "log-archived", "foldline.archive.url", "./foldline archive restore");
        assertThat(archive.remaining("polly")).isEqualTo(1);

        archive.bringBackFrom(directory.toUri());

        await().atMost(Duration.ofMinutes(2))
                .until(() -> !client.readiness().body().contains("log-archived"));
        client.said("polly", "e", UUID.randomUUID());
        assertThat(archive.remaining("polly")).isEqualTo(3);
    }

    public static final class NotTold implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ServersForScenarios.class));
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(NoticedAtOnce.class);
        }
    }
}
