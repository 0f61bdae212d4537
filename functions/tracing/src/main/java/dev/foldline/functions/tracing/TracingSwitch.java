package dev.foldline.functions.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Turns the OpenTelemetry SDK on when {@code foldline.tracing} ({@code FOLDLINE_TRACING}) names a collector. */
public final class TracingSwitch implements ConfigSourceFactory {

    /** Above the defaults of every function; an application's own configuration overrides it. */
    private static final int ORDINAL = 60;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        @Nullable ConfigValue collector = context.getValue("foldline.tracing");
        boolean off = collector == null
                || collector.getValue() == null
                || collector.getValue().isBlank();
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.otel.sdk.disabled", String.valueOf(off)), "foldline-tracing", ORDINAL));
    }
}
