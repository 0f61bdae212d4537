package dev.foldline.local.apps;

import java.util.List;
import java.util.Map;

/**
 * How much of the machine an application may have.
 *
 * @param jvmOptions options of a JVM that runs it
 * @param environment settings of the application, as variables of its environment
 */
public record Size(List<String> jvmOptions, Map<String, String> environment) {

    /** One of many: what these need at once is a quick start, little memory and few connections. */
    public static final Size SMALL = new Size(
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx128m"),
            Map.of("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "4", "FOLDLINE_ARCHIVE_CACHE_BYTES", "16777216"));

    /** Alone, or nearly so. */
    public static final Size LARGE = new Size(List.of("-Xmx512m"), Map.of());

    public Size {
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }
}
