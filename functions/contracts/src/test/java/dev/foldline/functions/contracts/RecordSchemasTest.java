package dev.foldline.functions.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foldline.functions.Command;
import dev.foldline.functions.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

    private final Contract contract = Shop.contract();
    private final JsonNode command = contract.commands().getFirst().schema();
    private final JsonNode order = contract.queries().getFirst().answer();

    @Test
    void a_value_type_is_its_value_with_what_it_allows() {
        assertThat(command.at("/properties/lines/items/properties/article"))
                .hasToString("{\"type\":\"string\",\"pattern\":\"^[a-z]{1,8}$\"}");
        assertThat(command.at("/properties/lines/items/properties/pieces"))
                .hasToString("{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":99}");
    }

    @Test
    void an_enum_has_the_names_that_jackson_writes() {
        assertThat(command.at("/properties/colour/enum")).hasToString("[\"RED\",\"dark-blue\"]");
    }

    @Test
    void only_an_optional_component_may_be_missing() {
        assertThat(command.at("/properties/note/type")).hasToString("[\"string\",\"null\"]");
        assertThat(command.at("/required")).hasToString("[\"order\",\"lines\",\"colour\",\"until\"]");
    }

    @Test
    void a_record_written_as_an_array_is_one() {
        assertThat(order.at("/properties/price"))
                .hasToString("{\"type\":\"array\",\"prefixItems\":[{\"type\":\"integer\",\"format\":\"int64\"},"
                        + "{\"type\":\"string\"}],\"items\":false,\"minItems\":2}");
    }

    @Test
    void standard_types_have_their_formats() {
        assertThat(command.at("/properties/order/format").asText()).isEqualTo("uuid");
        assertThat(command.at("/properties/until/format").asText()).isEqualTo("date-time");
    }

    @Test
    void what_we_read_has_no_further_fields_and_what_others_read_may_get_some() {
        assertThat(command.at("/additionalProperties").asText()).isEqualTo("false");
        assertThat(command.at("/properties/lines/items/additionalProperties").asText())
                .isEqualTo("false");
        assertThat(order.has("additionalProperties")).isFalse();
    }

    @Test
    void old_names_of_published_events_are_part_of_the_contract() {
        assertThat(contract.schemas().keySet())
                .contains(
                        "events/orders/order-placed.2.json",
                        "events/orders/order-shipped.1.json",
                        "events/orders/order-sent.1.json");
    }

    @Test
    void a_query_says_what_answers_it() {
        @Query(context = "shop", name = "silent")
        record Silent() {}

        assertThatThrownBy(() -> new ContractReader().read(List.of(Silent.class), List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("add answer = … to its @Query");
    }

    @Test
    void a_command_has_the_field_that_holds_the_aggregates_id() {
        @Command(context = "shop", name = "misled", aggregate = "shop")
        record Misled(Optional<String> note) {}

        assertThatThrownBy(() -> new ContractReader().read(List.of(Misled.class), List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("has no field 'shop'");
    }

    @Test
    void a_record_that_contains_itself_is_refused() {
        @Command(context = "shop", name = "endless")
        record Endless(List<Endless> more) {}

        assertThatThrownBy(() -> new ContractReader().read(List.of(Endless.class), List.of()))
                .isInstanceOf(RuntimeException.class);
    }
}
