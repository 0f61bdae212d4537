package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.runtime.event.SourceName;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncedMessagesTest {

    private static final Partition PARTITION = new Partition("wallet", 7);
    private static final UUID COMMAND = UUID.randomUUID();

    @Test
    void an_announcement_is_a_cloud_event_in_binary_mode() {
        JsonObject properties = write(commit("w-1", Map.of(Metadata.CAUSATION, "wallet/3@5", Metadata.ACTOR, "p-1")))
                .applicationProperties();
        assertThat(properties.getMap())
                .isEqualTo(Map.of(
                        "cloudEvents_specversion", "1.0",
                        "cloudEvents_id", "wallet/7@4211",
                        "cloudEvents_source", "/wallet/wallet",
                        "cloudEvents_type", "foldline.commit.v1",
                        "cloudEvents_subject", "w-1",
                        "cloudEvents_time", "2026-01-02T03:04:05Z",
                        "cloudEvents_partition", 7,
                        "cloudEvents_sequence", "4211",
                        "cloudEvents_correlationid", COMMAND.toString(),
                        "cloudEvents_causationid", "wallet/3@5"));
    }

    @Test
    void the_trace_and_the_correlation_of_the_commit_are_told() {
        Map<String, String> metadata = Map.of(
                Metadata.CORRELATION, "order-1", Metadata.TRACE_PARENT, "00-0-0-01", Metadata.TRACE_STATE, "a=b");
        JsonObject properties = write(commit("w-1", metadata)).applicationProperties();
        assertThat(properties.getString("cloudEvents_correlationid")).isEqualTo("order-1");
        assertThat(properties.getString("cloudEvents_traceparent")).isEqualTo("00-0-0-01");
        assertThat(properties.getString("cloudEvents_tracestate")).isEqualTo("a=b");
    }

    @Test
    void an_id_that_no_attribute_can_hold_is_left_out() {
        assertThat(write(commit("a\nb", Map.of())).applicationProperties().containsKey("cloudEvents_subject"))
                .isFalse();
    }

    @Test
    void what_was_written_is_read() {
        Commit commit = commit("w-1", Map.of());
        assertThat(AnnouncedMessages.read(new AmqpRequest(write(commit))).commit())
                .isEqualTo(commit);
    }

    @Test
    void attributes_may_have_the_other_prefix_or_be_absent() {
        Commit commit = commit("w-1", Map.of());
        AmqpMessage written = write(commit);
        for (JsonObject properties :
                List.of(new JsonObject(), attributes("cloudEvents:", "1.0", "foldline.commit.v1"))) {
            assertThat(AnnouncedMessages.read(with(properties, written)).commit())
                    .isEqualTo(commit);
        }
    }

    @Test
    void an_event_of_another_type_or_version_is_refused() {
        AmqpMessage written = write(commit("w-1", Map.of()));
        for (JsonObject properties : List.of(
                attributes("cloudEvents_", "1.0", "foldline.commit.v9"),
                attributes("cloudEvents:", "1.0", "other"),
                attributes("cloudEvents_", "2.0", "foldline.commit.v1"))) {
            assertThatThrownBy(() -> AnnouncedMessages.read(with(properties, written)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static AmqpMessage write(Commit commit) {
        return AnnouncedMessages.write(new SourceName("wallet", "wallet", false), PARTITION, commit);
    }

    private static JsonObject attributes(String prefix, String version, String type) {
        return new JsonObject().put(prefix + "specversion", version).put(prefix + "type", type);
    }

    private static AmqpRequest with(JsonObject properties, AmqpMessage body) {
        return new AmqpRequest(AmqpMessage.create()
                .applicationProperties(properties)
                .withBufferAsBody(body.bodyAsBinary())
                .build());
    }

    private static Commit commit(String aggregateId, Map<String, String> metadata) {
        var event = new EventData("paid", 1, "{\"minor\":1}".getBytes(StandardCharsets.UTF_8));
        Instant time = Instant.parse("2026-01-02T03:04:05Z");
        return new Commit(4211, aggregateId, 16, COMMAND, time, List.of(event), metadata);
    }
}
