package dev.foldline.functions.contracts;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import dev.foldline.functions.Allowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records that are written as their single value, by {@link JsonValue}, with what {@link Allowed} says of it. */
final class ValueRecords implements CustomDefinitionProviderV2 {

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        if (!raw.isRecord()) {
            return null;
        }
        return valueOf(raw)
                .map(value -> {
                    ObjectNode schema =
                            context.createDefinition(context.getTypeContext().resolve(value.getGenericReturnType()));
                    limit(schema, raw.getAnnotation(Allowed.class));
                    return new CustomDefinition(
                            schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
                })
                .orElse(null);
    }

    private static Optional<Method> valueOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    private static void limit(ObjectNode schema, @Nullable Allowed allowed) {
        if (allowed == null) {
            return;
        }
        if (allowed.minimum() != Long.MIN_VALUE) {
            schema.put("minimum", allowed.minimum());
        }
        if (allowed.maximum() != Long.MAX_VALUE) {
            schema.put("maximum", allowed.maximum());
        }
        if (!allowed.pattern().isEmpty()) {
            schema.put("pattern", allowed.pattern());
        }
        if (!allowed.format().isEmpty()) {
            schema.put("format", allowed.format());
        }
    }
}
