package dev.foldline.functions.deployment;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/** Schemas of messages. A record that is written as a single value ({@code @JsonValue}) has the schema of that value. */
final class RecordSchemas {

    private static final DotName JSON_VALUE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonValue");

    private final IndexView index;

    RecordSchemas(IndexView index) {
        this.index = index;
    }

    Schema of(Type type) {
        ClassInfo known = index.getClassByName(type.name());
        return known != null && known.isRecord()
                ? of(known)
                : scalar(type.name().toString());
    }

    Schema of(ClassInfo type) {
        List<RecordComponentInfo> components = type.recordComponentsInDeclarationOrder();
        if (components.size() == 1 && type.annotationsMap().containsKey(JSON_VALUE)) {
            return of(components.getFirst().type());
        }
        Schema schema = OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
        for (RecordComponentInfo component : components) {
            schema.addProperty(component.name(), of(component.type())).addRequired(component.name());
        }
        return schema;
    }

    static Schema string() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }

    static Schema accepted() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("aggregate", string())
                .addProperty("version", integer("int64"))
                .addProperty("token", string());
    }

    /** Answers and missing ones, by responder. */
    static Schema gathered(Schema part) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("answers", byName(part))
                .addProperty("missing", byName(string()));
    }

    private static Schema byName(Schema value) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).additionalPropertiesSchema(value);
    }

    /** Points to the schema of problems, which is the same everywhere. */
    static Schema problemRef() {
        return OASFactory.createSchema().ref("#/components/schemas/Problem");
    }

    static Schema problem() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("type", string())
                .addProperty("title", string())
                .addProperty("status", integer("int32"))
                .addProperty("detail", string())
                .addProperty("code", string());
    }

    private static Schema integer(String format) {
        return OASFactory.createSchema().type(List.of(SchemaType.INTEGER)).format(format);
    }

    private static Schema scalar(String type) {
        return switch (type) {
            case "long", "java.lang.Long" -> integer("int64");
            case "int", "java.lang.Integer" -> integer("int32");
            case "boolean", "java.lang.Boolean" -> OASFactory.createSchema().type(List.of(SchemaType.BOOLEAN));
            case "double", "java.math.BigDecimal" -> OASFactory.createSchema().type(List.of(SchemaType.NUMBER));
            case "java.time.Instant" -> string().format("date-time");
            case "java.util.UUID" -> string().format("uuid");
            default -> string();
        };
    }
}
