package dev.foldline.functions.contracts;

import com.fasterxml.classmate.members.ResolvedField;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.util.Optional;

/**
 * Makes JSON Schemas of records: what Jackson reads and writes, as the platform has set it up. Every component of a record is
 * required, but those of type {@link Optional}. Not thread-safe.
 */
final class RecordSchemas {

    private final SchemaGenerator closed = generator(true);
    private final SchemaGenerator open = generator(false);

    /** The form of what we read: fields that it does not have are refused. */
    ObjectNode ofRead(Class<?> type) {
        return closed.generateSchema(type);
    }

    /** The form of what others read: they ignore fields that they do not know. */
    ObjectNode ofWritten(Class<?> type) {
        return open.generateSchema(type);
    }

    private static SchemaGenerator generator(boolean closed) {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.RESPECT_JSONPROPERTY_ORDER))
                .with(
                        Option.INLINE_ALL_SCHEMAS,
                        Option.FLATTENED_OPTIONALS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES);
        builder.forFields().withRequiredCheck(RecordSchemas::isRequired);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(new ValueRecords())
                .withCustomDefinitionProvider(new ArrayRecords())
                .withCustomDefinitionProvider(new EnumNames())
                // Never seen, since all is inlined; the default looks for enclosing classes, which need not be there.
                .withDefinitionNamingStrategy(
                        (key, _) -> key.getType().getErasedType().getName())
                .withPropertySorter((_, _) -> 0);
        return new SchemaGenerator(
                closed
                        ? builder.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                                .build()
                        : builder.build());
    }

    private static boolean isRequired(FieldScope field) {
        ResolvedField declared = field.getMember();
        return declared.getRawMember().getType() != Optional.class;
    }
}
