package dev.foldline.functions.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.eventstore.codec.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommitMessagesTest {

    record Paid(String to, long minor, Instant at) {}

    private static final EventTable<Paid> TABLE =
            EventTable.<Paid>builder().event("paid", 2, Paid.class).build();
    private static final Paid PAID = new Paid("ü", Long.MAX_VALUE, Instant.parse("2026-01-02T03:04:05.678Z"));

    @ParameterizedTest
    @EnumSource
    void a_commit_is_heard_as_it_was_announced_whatever_its_payload_is_kept_as(PayloadFormat format) {
        var codec = new EventCodec<>(TABLE, format);
        Commit commit = commit(List.of(codec.encode(PAID)));
        var heard = CommitMessages.read(CommitMessages.write(new Partition("wallet", 7), commit));
        assertThat(heard.partition()).isEqualTo(new Partition("wallet", 7));
        assertThat(heard.commit().events()).map(codec::decode).containsExactly(PAID);
        assertThat(heard.commit())
                .usingRecursiveComparison()
                .ignoringFields("events")
                .isEqualTo(commit);
    }

    @ParameterizedTest
    @EnumSource
    void a_compressed_payload_is_heard_by_those_who_know_json_only(PayloadFormat format) {
        var codec = new EventCodec<>(TABLE, format).compressingFrom(100);
        var paid = new Paid("somebody ".repeat(100), 1, PAID.at());
        EventData stored = codec.encode(paid);
        var heard = CommitMessages.read(CommitMessages.write(new Partition("wallet", 7), commit(List.of(stored))));
        EventData event = heard.commit().events().getFirst();
        assertThat(stored.payload().length).isLessThan(200);
        assertThat(new String(event.payload(), StandardCharsets.UTF_8)).startsWith("{\"to\":\"somebody");
        assertThat(codec.decode(event)).isEqualTo(paid);
    }

    @Test
    void what_is_no_announcement_is_refused() {
        assertThatThrownBy(() -> CommitMessages.read("{\"partition\":\"wallet/7\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommitMessages.read(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Commit commit(List<EventData> events) {
        return new Commit(
                4211,
                "w-1",
                16,
                UUID.randomUUID(),
                Instant.parse("2026-01-02T03:04:05Z"),
                events,
                Map.of("actor", "p"));
    }
}
