package dev.foldline.functions.runtime.event;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Metadata;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Announced commits as events of <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 * 1.0</a>: one per commit, its data being that of {@link CommitMessages}.
 */
public final class CommitEvents {

    /** The version of the specification. */
    public static final String SPEC_VERSION = "1.0";

    /** The type of the events: how their data is to be read. */
    public static final String TYPE = "foldline.commit.v1";

    private static final Map<String, String> EXTENSIONS = Map.of(
            Metadata.CAUSATION, "causationid",
            Metadata.TRACE_PARENT, "traceparent",
            Metadata.TRACE_STATE, "tracestate");

    private CommitEvents() {}

    /** The event's attributes but {@code datacontenttype}, which each binding has a place of its own for: text or integers. */
    public static Map<String, Object> attributes(SourceName source, Partition partition, Commit commit) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("specversion", SPEC_VERSION);
        attributes.put("id", id(partition, commit.position()));
        attributes.put("source", source.uri());
        attributes.put("type", TYPE);
        attributes.put("time", commit.time().toString());
        attributes.put("partition", partition.number());
        attributes.put("sequence", Long.toString(commit.position()));
        Map<String, String> metadata = commit.metadata();
        put(
                attributes,
                "correlationid",
                metadata.getOrDefault(Metadata.CORRELATION, commit.commandId().toString()));
        EXTENSIONS.forEach((key, name) -> put(attributes, name, metadata.getOrDefault(key, "")));
        put(attributes, "subject", commit.aggregateId());
        return attributes;
    }

    /** The commit's name, e.g. {@code wallet/7@4211}: also what is said to be the cause of what it brings about. */
    public static String id(Partition partition, long position) {
        return partition + "@" + position;
    }

    /** An attribute is neither empty nor has control characters in it. */
    private static void put(Map<String, Object> attributes, String name, String value) {
        if (!value.isEmpty() && value.codePoints().noneMatch(Character::isISOControl)) {
            attributes.put(name, value);
        }
    }
}
