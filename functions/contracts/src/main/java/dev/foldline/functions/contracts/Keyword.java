package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a difference in one keyword of JSON Schema, which limits a value, does to others. */
final class Keyword {

    /** The effect, and what is different. */
    record Found(Effect effect, String what) {}

    private static final Set<String> LOWER_LIMITS = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final Set<String> UPPER_LIMITS = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");

    private Keyword() {}

    /** Compares a keyword's values; null where a schema does not have it, which is where it allows everything. */
    static Optional<Found> compare(String keyword, @Nullable JsonNode committed, @Nullable JsonNode now) {
        if (Objects.equals(committed, now) || isSameSet(keyword, committed, now)) {
            return Optional.empty();
        }
        Effect effect = effect(keyword, committed, now);
        return Optional.of(new Found(effect, what(keyword, committed, now)));
    }

    private static boolean isSameSet(String keyword, @Nullable JsonNode committed, @Nullable JsonNode now) {
        return Set.of("type", "enum").contains(keyword)
                && committed != null
                && now != null
                && values(committed).equals(values(now));
    }

    private static Effect effect(String keyword, @Nullable JsonNode committed, @Nullable JsonNode now) {
        if (committed == null) {
            return Effect.NARROWS;
        }
        if (now == null) {
            return Effect.WIDENS;
        }
        if (LOWER_LIMITS.contains(keyword)) {
            return number(now).compareTo(number(committed)) > 0 ? Effect.NARROWS : Effect.WIDENS;
        }
        if (UPPER_LIMITS.contains(keyword)) {
            return number(now).compareTo(number(committed)) < 0 ? Effect.NARROWS : Effect.WIDENS;
        }
        return switch (keyword) {
            case "type" -> ofSets(types(committed), types(now));
            case "enum" -> ofSets(values(committed), values(now));
            case "format" -> ofSets(formats(committed), formats(now));
            default -> Effect.CHANGES;
        };
    }

    private static <T> Effect ofSets(Set<T> committed, Set<T> now) {
        if (committed.containsAll(now)) {
            return Effect.NARROWS;
        }
        return now.containsAll(committed) ? Effect.WIDENS : Effect.CHANGES;
    }

    /** Every whole number is a number. */
    private static Set<JsonNode> types(JsonNode type) {
        Set<JsonNode> types = values(type);
        if (types.contains(TextNode.valueOf("number"))) {
            types.add(TextNode.valueOf("integer"));
        }
        return types;
    }

    /** Every number of 32 bits is one of 64. */
    private static Set<JsonNode> formats(JsonNode format) {
        Set<JsonNode> formats = values(format);
        if (formats.contains(TextNode.valueOf("int64"))) {
            formats.add(TextNode.valueOf("int32"));
        }
        return formats;
    }

    private static Set<JsonNode> values(JsonNode node) {
        Set<JsonNode> values = new HashSet<>();
        if (node.isArray()) {
            node.forEach(values::add);
        } else {
            values.add(node);
        }
        return values;
    }

    private static BigDecimal number(JsonNode node) {
        return node.decimalValue();
    }

    private static String what(String keyword, @Nullable JsonNode committed, @Nullable JsonNode now) {
        if (committed == null) {
            return "has " + keyword + " " + now + " and had none";
        }
        return now == null
                ? "has no " + keyword + " and had " + committed
                : "has " + keyword + " " + now + " and had " + committed;
    }
}
