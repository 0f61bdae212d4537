package dev.foldline.functions.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents keep to the official schemas of their kind, and say what is so. */
class DocumentsTest {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#(/[^\"]+)\"");

    private final Contract contract = Shop.contract();

    @Test
    void the_schemas_are_json_schemas() {
        JsonSchema draft = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(contract.schemas()).hasSize(8);
        contract.schemas()
                .forEach((file, message) ->
                        assertThat(draft.validate(message.schema())).as(file).isEmpty());
    }

    @Test
    void the_asyncapi_document_is_one() throws IOException {
        assertValid("/schemas/asyncapi-3.0.0.json", SpecVersion.VersionFlag.V7, AsyncApiDocument.of(contract));
    }

    @Test
    void the_openapi_document_is_one() throws IOException {
        assertValid("/schemas/openapi-3.1.json", SpecVersion.VersionFlag.V202012, OpenApiDocument.of(contract));
    }

    @Test
    void every_reference_leads_somewhere() {
        for (JsonNode document : new JsonNode[] {AsyncApiDocument.of(contract), OpenApiDocument.of(contract)}) {
            Matcher references = REFERENCE.matcher(document.toString());
            while (references.find()) {
                assertThat(document.at(references.group(1)).isMissingNode())
                        .as(references.group(1))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.command.place-order",
                "shop.query.order",
                "shop.query.overview.all",
                "shop.published.orders",
                "shop.feed.orders"
            })
    void every_address_has_a_channel(String address) {
        assertThat(AsyncApiDocument.of(contract).path("channels").findValuesAsText("address"))
                .contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop/commands/place-order",
                "/shop/queries/order",
                "/shop/queries/overview",
                "/shop/feeds/orders"
            })
    void every_path_is_described(String path) {
        assertThat(OpenApiDocument.of(contract).path("paths").has(path)).isTrue();
    }

    @Test
    void a_gathered_answer_names_its_responders() {
        JsonNode answered =
                OpenApiDocument.of(contract).at("/paths/~1shop~1queries~1overview/get/responses/200/content");

        assertThat(answered.at("/application~1json/schema/properties/answers/properties")
                        .fieldNames())
                .toIterable()
                .containsExactly("stock", "sales");
    }

    private static void assertValid(String schema, SpecVersion.VersionFlag version, JsonNode document)
            throws IOException {
        try (InputStream in = Objects.requireNonNull(DocumentsTest.class.getResourceAsStream(schema))) {
            JsonSchema official = JsonSchemaFactory.getInstance(version).getSchema(in);
            assertThat(official.validate(document.toString(), InputFormat.JSON)).isEmpty();
        }
    }
}
