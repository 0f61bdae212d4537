package dev.foldline.functions.contracts;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that are written as an array of their components, by {@link JsonFormat}, e.g. {@code [250,"EUR"]}. */
final class ArrayRecords implements CustomDefinitionProviderV2 {

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        JsonFormat format = raw.getAnnotation(JsonFormat.class);
        if (!raw.isRecord() || format == null || format.shape() != JsonFormat.Shape.ARRAY) {
            return null;
        }
        ObjectNode schema = context.getGeneratorConfig().createObjectNode().put("type", "array");
        ArrayNode items = schema.putArray("prefixItems");
        for (RecordComponent component : components(raw)) {
            items.add(context.createDefinition(context.getTypeContext().resolve(component.getGenericType())));
        }
        schema.put("items", false).put("minItems", items.size());
        return new CustomDefinition(schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
    }

    private static List<RecordComponent> components(Class<?> type) {
        JsonPropertyOrder order = type.getAnnotation(JsonPropertyOrder.class);
        List<String> names = order == null ? List.of() : List.of(order.value());
        Comparator<RecordComponent> byOrder = Comparator.comparingInt(component -> {
            int index = names.indexOf(component.getName());
            return index < 0 ? names.size() : index;
        });
        return Arrays.stream(type.getRecordComponents()).sorted(byOrder).toList();
    }
}
