package dev.foldline.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.impl.FailingSerializer;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.UnreadableEventException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** A codec that refuses to read fields that a record does not have: nothing of a stored event is overlooked. */
    public EventCodec(EventTable<E> table, PayloadFormat format) {
        this(table, format, false);
    }

    private EventCodec(EventTable<E> table, PayloadFormat format, boolean tolerant) {
        this.table = table;
        this.writer = mapper(format);
        this.tolerant = tolerant;
    }

    /** A codec that leaves out fields that a record does not have: for events of others, which only grow. */
    public static <E> EventCodec<E> tolerant(EventTable<E> table, PayloadFormat format) {
        return new EventCodec<>(table, format, true);
    }

    /** The event in stored form. */
    public EventData encode(E event) {
        EventTable.Name name = table.nameOf(event);
        try {
            return new EventData(name.alias(), name.revision(), writer.writeValueAsBytes(event));
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
        Class<? extends E> type = table.typeOf(data.alias(), data.revision());
        try {
            ObjectReader reader = mapper(formatOf(data)).readerFor(type);
            return (tolerant ? reader.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) : reader)
                    .readValue(data.payload());
        } catch (IOException e) {
            throw unreadable(data, e);
        }
    }

    /** The format in which the payload was written. */
    static PayloadFormat formatOf(EventData data) {
        int first = data.payload().length == 0 ? -1 : data.payload()[0] & 0xFF;
        if (first >= 0xA0 && first <= 0xBF) {
            return PayloadFormat.CBOR;
        }
        if (first == '{') {
            return PayloadFormat.JSON;
        }
        throw unreadable(data, null);
    }

    private static UnreadableEventException unreadable(EventData data, @Nullable Exception cause) {
        return new UnreadableEventException(
                "the payload of an event '" + data.alias() + "' revision " + data.revision()
                        + " does not fit its record",
                cause);
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
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        mapper.getSerializerProvider().setNullValueSerializer(new FailingSerializer("an event has no null in it"));
        return mapper;
    }
}
