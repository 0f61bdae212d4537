package dev.foldline.functions.testkit.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.EventStore;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A function that has been told where the archive is, by nothing but {@code foldline.archive.url}. */
@SuppressWarnings("NullAway.Init")
@QuarkusTest
@TestProfile(FunctionWithArchiveTest.Told.class)
class FunctionWithArchiveTest {

    @Inject
    EventStore store;

    @Inject
    ParrotArchive archive;

    @ConfigProperty(name = "foldline.archive.url")
    URI directory;

    @TestHTTPResource
    URI application;

    @Test
    void reads_across_the_seam_and_answers_a_repeated_command_from_the_archive() {
        var client = new ParrotClient(application);
        UUID first = UUID.randomUUID();
        String answer = client.said("polly", "a", first);
        client.said("polly", "b", UUID.randomUUID());
        client.said("polly", "c", UUID.randomUUID());

        archive.moveTo(directory);

        assertThat(archive.remaining("polly")).isEqualTo(1);
        assertThat(client.said("polly", "a", first)).isEqualTo(answer);
        client.said("polly", "d", UUID.randomUUID());
        assertThat(store.open(ParrotArchive.PARROTS).load("polly", 0)).hasSize(4);
    }

    public static final class Told implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "foldline.archive.url",
                        Files.createTempDirectory("archive").toUri().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

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
