package dev.foldline.functions.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.Metadata;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataHeadersTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void what_is_written_is_read_the_same() {
        var metadata = Map.of(
                Metadata.CORRELATION, "c",
                Metadata.CAUSATION, "wallet/7@4211",
                Metadata.ACTOR, "a b",
                Metadata.TRACE_PARENT, PARENT,
                Metadata.TRACE_STATE, "vendor=1");
        Map<String, String> headers = MetadataHeaders.write(metadata);
        assertThat(headers).containsKeys("Correlation-Id", "Causation-Id", "Actor-Id", "traceparent", "tracestate");
        assertThat(MetadataHeaders.read(headers::get)).isEqualTo(metadata);
        assertThat(MetadataHeaders.read(Headers.NONE)).isEmpty();
    }

    @Test
    void values_that_are_too_long_empty_or_not_printable_are_refused() {
        for (String value : new String[] {"", "x".repeat(256), "a\nb", "ü"}) {
            assertThatThrownBy(() -> MetadataHeaders.read(Map.of("Correlation-Id", value)::get))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("Correlation-Id");
        }
        assertThat(MetadataHeaders.read(Map.of("Actor-Id", "x".repeat(255))::get))
                .hasSize(1);
    }

    @Test
    void trace_context_that_is_none_is_left_out() {
        for (String parent : new String[] {"", "x", PARENT.replace("b7", "B7"), "ff" + PARENT.substring(2)}) {
            var headers = Map.of("traceparent", parent, "tracestate", "vendor=1");
            assertThat(MetadataHeaders.read(headers::get)).as(parent).isEmpty();
        }
        assertThat(MetadataHeaders.read(Map.of("tracestate", "vendor=1")::get)).isEmpty();
    }
}
