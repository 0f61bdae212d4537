package dev.foldline.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code bench log} can measure, each apart from the others. */
enum Topic {
    /** Callers of one process. */
    APPENDS,

    /** Several processes on the same partitions. */
    WRITERS,

    /** Several processes by way of an owner. */
    OWNER,

    /** How long an append takes at half load. */
    HALF_LOAD,

    /** Aggregates without snapshot. */
    LOADS,

    /** An aggregate with one. */
    SNAPSHOT,

    /** The whole log. */
    READ,

    /** How much room an event takes. */
    BYTES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds a topic by the name that people write. */
    static final class ByName implements ITypeConverter<Topic> {

        @Override
        public Topic convert(String name) {
            return Arrays.stream(values())
                    .filter(topic -> topic.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of "
                            + Arrays.stream(values()).map(Topic::toString).collect(Collectors.joining(", "))));
        }
    }
}
