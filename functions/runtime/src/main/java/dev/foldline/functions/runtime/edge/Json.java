package dev.foldline.functions.runtime.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The JSON of messages: strict about what comes in, one form for what goes out. */
final class Json {

    /** Refuses what is not of the type it should be. */
    static final ObjectMapper STRICT = strict().build();

    /** For query parameters, which are all text: text that is a number may be one. */
    static final ObjectMapper FROM_TEXT =
            strict().enable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

    private static final ObjectReader ANSWERS = STRICT.reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /** A message or an answer as it goes over the wire. */
    static JsonNode tree(Object value) {
        return STRICT.valueToTree(value);
    }

    static byte[] write(Object value) {
        try {
            return STRICT.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /** The text of a field of a JSON object; null when there is none. */
    static @Nullable String field(byte[] body, String name) {
        try {
            return text(STRICT.readTree(body).path(name));
        } catch (IOException e) {
            return null;
        }
    }

    /** The text of a value; null when it is none. */
    static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }

    /** Reads what a handler has answered. Fields that are not known are left out: its contract may be newer than ours. */
    static <T> T readAnswer(byte[] body, Class<T> type) {
        try {
            return ANSWERS.forType(type).readValue(body);
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be read as " + type.getName(), e);
        }
    }

    private static JsonMapper.Builder strict() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
