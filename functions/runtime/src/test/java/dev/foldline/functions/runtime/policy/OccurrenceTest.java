package dev.foldline.functions.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OccurrenceTest {

    private static final UUID COMMAND = UUID.randomUUID();

    @Test
    void what_travels_with_messages_goes_on_with_the_event_as_its_cause() {
        assertThat(metadataOf(Map.of(
                        Metadata.CORRELATION,
                        "c",
                        Metadata.CAUSATION,
                        "before",
                        Metadata.ACTOR,
                        "a",
                        Metadata.TRACE_PARENT,
                        "t",
                        Metadata.TRACE_STATE,
                        "s")))
                .isEqualTo(Map.of(
                        Metadata.CORRELATION,
                        "c",
                        Metadata.CAUSATION,
                        "published-wallet/3@7",
                        Metadata.ACTOR,
                        "a",
                        Metadata.TRACE_PARENT,
                        "t",
                        Metadata.TRACE_STATE,
                        "s"));
    }

    @Test
    void what_a_published_commit_is_noted_with_stays_with_it() {
        assertThat(metadataOf(Map.of("source", "4211", "source-log", "b2", Metadata.CORRELATION, "c")))
                .containsOnlyKeys(Metadata.CORRELATION, Metadata.CAUSATION);
    }

    @Test
    void a_command_without_a_correlation_is_its_own() {
        assertThat(metadataOf(Map.of())).containsEntry(Metadata.CORRELATION, COMMAND.toString());
    }

    private static Map<String, String> metadataOf(Map<String, String> metadata) {
        var data = new EventData("bet-placed", 1, new byte[] {'{', '}'});
        var commit = new Commit(7, "w-1", 0, COMMAND, Instant.EPOCH, List.of(data), metadata);
        var event = new RecordedEvent<>(
                new Aggregate("published-wallet", "w-1"), 1, 7, COMMAND, Instant.EPOCH, metadata, "bet");
        var where = new Partition("published-wallet", 3);
        return new Occurrence<>(UUID.randomUUID(), DerivedIds.TIME_ORDERED, where, commit, 0, event).metadata();
    }
}
