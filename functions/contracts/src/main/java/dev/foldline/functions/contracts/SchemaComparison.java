package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares two JSON Schemas of one message. It knows the keywords that contracts' schemas have; a difference in any other one
 * counts as a change that nobody can tell the effect of. Not thread-safe.
 */
final class SchemaComparison {

    private static final Set<String> WITHOUT_EFFECT = Set.of("$schema", "$id", "title", "description", "examples");
    private static final Set<String> STRUCTURE =
            Set.of("properties", "required", "items", "additionalProperties", "prefixItems", "anyOf", "oneOf", "allOf");

    private final List<Difference> differences = new ArrayList<>();

    /** What is different in {@code now}, field by field; empty when it means the same as {@code committed}. */
    static List<Difference> between(JsonNode committed, JsonNode now) {
        var comparison = new SchemaComparison();
        comparison.compare("", committed, now);
        return List.copyOf(comparison.differences);
    }

    private void compare(String place, JsonNode committed, JsonNode now) {
        if (!committed.isObject() || !now.isObject()) {
            if (!committed.equals(now)) {
                add(place, Effect.CHANGES, "is described as " + now + " and was as " + committed);
            }
            return;
        }
        for (String keyword : keywords(committed, now)) {
            Keyword.compare(keyword, committed.get(keyword), now.get(keyword))
                    .ifPresent(found -> add(place, found.effect(), found.what()));
        }
        compareFields(place, committed, now);
        compareElements(place, committed, now);
    }

    private static Set<String> keywords(JsonNode committed, JsonNode now) {
        Set<String> keywords = new LinkedHashSet<>();
        committed.fieldNames().forEachRemaining(keywords::add);
        now.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WITHOUT_EFFECT);
        keywords.removeAll(STRUCTURE);
        return keywords;
    }

    private void compareFields(String place, JsonNode committed, JsonNode now) {
        JsonNode before = committed.path("properties");
        JsonNode after = now.path("properties");
        Set<String> had = required(committed);
        Set<String> has = required(now);
        before.properties().forEach(field -> {
            String name = field.getKey();
            String inner = inner(place, name);
            if (!after.has(name)) {
                add(inner, Effect.REMOVES_FIELD, "was removed");
                return;
            }
            if (had.contains(name) && !has.contains(name)) {
                add(inner, Effect.WIDENS, "was made optional");
            }
            if (!had.contains(name) && has.contains(name)) {
                add(inner, Effect.NARROWS, "was made required");
            }
            compare(inner, field.getValue(), after.get(name));
        });
        after.fieldNames().forEachRemaining(name -> {
            if (!before.has(name)) {
                boolean required = has.contains(name);
                add(
                        inner(place, name),
                        required ? Effect.ADDS_REQUIRED_FIELD : Effect.ADDS_OPTIONAL_FIELD,
                        required ? "was added and is required" : "was added and is optional");
            }
        });
    }

    private void compareElements(String place, JsonNode committed, JsonNode now) {
        compare(place + "[]", committed.path("items"), now.path("items"));
        compareFurther(place, committed.path("additionalProperties"), now.path("additionalProperties"));
        compareEach(place, "elements", committed.path("prefixItems"), now.path("prefixItems"));
        for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
            compareEach(place, "alternatives", committed.path(alternatives), now.path(alternatives));
        }
    }

    /** One by one; nobody can tell what a different number of them does. */
    private void compareEach(String place, String what, JsonNode before, JsonNode after) {
        if (before.size() != after.size()) {
            add(place, Effect.CHANGES, "has " + after.size() + " " + what + " and had " + before.size());
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            compare(what.equals("elements") ? place + "[" + i + "]" : place, before.get(i), after.get(i));
        }
    }

    private void compareFurther(String place, JsonNode before, JsonNode after) {
        boolean hadNone = before.isBoolean() && !before.asBoolean();
        boolean hasNone = after.isBoolean() && !after.asBoolean();
        if (hadNone != hasNone) {
            add(
                    place,
                    hasNone ? Effect.NARROWS : Effect.WIDENS,
                    hasNone ? "refuses fields that it does not have" : "has room for any field");
        } else {
            compare(place + "{}", before, after);
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static String inner(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private void add(String place, Effect effect, String what) {
        differences.add(new Difference(place, effect, what));
    }
}
