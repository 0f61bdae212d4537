package dev.foldline.functions.runtime.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds trace context in metadata, whose keys are those of W3C Trace Context. */
enum MetadataGetter implements TextMapGetter<Map<String, String>> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Map<String, String> metadata) {
        return metadata.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> metadata, String key) {
        return metadata == null ? null : metadata.get(key);
    }
}
