package dev.foldline.functions.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** Documents as text, always in the same form. */
final class Texts {

    private static final String HEAD = "# Made from the contract's records by ./foldline contracts.\n";
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Texts() {}

    static String yaml(JsonNode node) {
        return HEAD + written(YAML, node);
    }

    static String json(JsonNode node) {
        return written(JSON, node) + "\n";
    }

    /**
     * Reads JSON.
     *
     * @throws ContractException it is none
     */
    static JsonNode read(String json, Object source) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ContractException(source + " is no JSON", e);
        }
    }

    /** The value as Jackson writes it. */
    static JsonNode valueOf(Object value) {
        return JSON.valueToTree(value);
    }

    /** A document that others are made from, with what its anchors stand for. */
    static ObjectNode template(String name) {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            return JSON.valueToTree(new Yaml().load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(ObjectMapper mapper, JsonNode node) {
        try {
            return mapper.writeValueAsString(node).replace("\r\n", "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }
}
