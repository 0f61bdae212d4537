package dev.foldline.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.impl.FailingSerializer;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.UnreadableEventException;
import java.io.IOException;
import java.util.Optional;

/**
 * Turns events into stored form and back. A null in an event is refused on either way. Thread-safe.
 *
 * @param <E> what the events have in common
 */
public final class EventCodec<E> {

    private static final JsonInclude.Value ABSENT_IS_LEFT_OUT =
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT);
    private static final ObjectMapper CBOR = configured(CBORMapper.builder());
    private static final ObjectMapper JSON = configured(JsonMapper.builder());

    private final EventTable<E> table;
    private final ObjectMapper writer;
    private final boolean tolerant;
    private final int compressFrom;

    /** A codec that refuses to read fields that a record does not have: nothing of a stored event is overlooked. */
    public EventCodec(EventTable<E> table, PayloadFormat format) {
        this(table, mapper(format), false, Integer.MAX_VALUE);
    }

    private EventCodec(EventTable<E> table, ObjectMapper writer, boolean tolerant, int compressFrom) {
        this.table = table;
        this.writer = writer;
        this.tolerant = tolerant;
        this.compressFrom = compressFrom;
    }

    /** A codec that leaves out fields that a record does not have: for events of others, which only grow. */
    public static <E> EventCodec<E> tolerant(EventTable<E> table, PayloadFormat format) {
        return new EventCodec<>(table, mapper(format), true, Integer.MAX_VALUE);
    }

    /**
     * This codec, but large payloads are written as frames of Zstandard where that makes them smaller. Every codec reads them.
     *
     * @param bytes from which size on; 0 for never
     */
    public EventCodec<E> compressingFrom(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a payload is compressed from a number of bytes on, not " + bytes);
        }
        return new EventCodec<>(table, writer, tolerant, bytes == 0 ? Integer.MAX_VALUE : bytes);
    }

    /** The event in stored form. */
    public EventData encode(E event) {
        EventTable.Name name = table.nameOf(event);
        try {
            byte[] payload = writer.writeValueAsBytes(event);
            return new EventData(
                    name.alias(),
                    name.revision(),
                    payload.length < compressFrom ? payload : Zstandard.smaller(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass().getName() + " cannot be encoded", e);
        }
    }

    /**
     * The event that was stored.
     *
     * @throws UnreadableEventException its name is not in the table, or its payload does not fit its record
     */
    public E decode(EventData data) {
        EventTable.Reading<E> reading = table.readingOf(data.alias(), data.revision());
        try {
            byte[] payload = plain(data);
            ObjectMapper mapper = mapper(formatOf(payload));
            ObjectReader strict = mapper.readerFor(reading.type());
            ObjectReader reader = tolerant ? strict.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) : strict;
            Upcaster upcaster = reading.upcaster();
            return upcaster == null
                    ? reader.readValue(payload)
                    : reader.readValue(upcast(upcaster, mapper.readTree(payload)));
        } catch (IOException e) {
            throw unreadable(data, e);
        }
    }

    /**
     * The payload as a tree, whatever it is kept as: of the revision that was stored.
     *
     * @throws UnreadableEventException it is no payload
     */
    public static JsonNode tree(EventData data) {
        try {
            byte[] payload = plain(data);
            return mapper(formatOf(payload)).readTree(payload);
        } catch (IOException e) {
            throw unreadable(data, e);
        }
    }

    /** A value as it stands in an event's tree. */
    static JsonNode treeOf(Object value) {
        return JSON.valueToTree(value);
    }

    private static byte[] plain(EventData data) throws IOException {
        return Zstandard.isFrame(data.payload()) ? Zstandard.unpacked(data.payload()) : data.payload();
    }

    private static ObjectNode upcast(Upcaster upcaster, JsonNode tree) throws IOException {
        try {
            return upcaster.upcast((ObjectNode) tree);
        } catch (RuntimeException e) {
            // Whatever a step does not bear is the event's fault or the step's: it is not read, and nothing goes on
            // without it.
            throw new IOException("an upcaster failed", e);
        }
    }

    /** The format in which the payload was written. */
    private static PayloadFormat formatOf(byte[] payload) throws IOException {
        int first = payload.length == 0 ? -1 : payload[0] & 0xFF;
        if (first >= 0xA0 && first <= 0xBF) {
            return PayloadFormat.CBOR;
        }
        if (first == '{') {
            return PayloadFormat.JSON;
        }
        throw new IOException("neither a CBOR map nor a JSON object");
    }

    private static UnreadableEventException unreadable(EventData data, IOException cause) {
        return new UnreadableEventException(
                "the payload of an event '" + data.alias() + "' revision " + data.revision()
                        + " does not fit its record",
                withoutMessages(cause));
    }

    /** Where it failed, without what was said about it: parsers and steps quote what they do not understand. */
    private static Exception withoutMessages(Throwable thrown) {
        Throwable cause = thrown.getCause();
        var silent = new IOException(thrown.getClass().getName(), cause == null ? null : withoutMessages(cause));
        silent.setStackTrace(thrown.getStackTrace());
        return silent;
    }

    private static ObjectMapper mapper(PayloadFormat format) {
        return switch (format) {
            case CBOR -> CBOR;
            case JSON -> JSON;
        };
    }

    private static ObjectMapper configured(MapperBuilder<?, ?> builder) {
        ObjectMapper mapper = builder.addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .withConfigOverride(Optional.class, optional -> optional.setInclude(ABSENT_IS_LEFT_OUT))
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                // Numbers in trees stay what they are.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        mapper.getSerializerProvider().setNullValueSerializer(new FailingSerializer("an event has no null in it"));
        return mapper;
    }
}
