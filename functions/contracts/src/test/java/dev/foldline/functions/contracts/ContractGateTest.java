package dev.foldline.functions.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.eventstore.codec.Upcaster;
import dev.foldline.functions.Command;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that is committed, and what its records become then. */
@SuppressWarnings("NullAway.Init")
class ContractGateTest {

    @Command(context = "shop", name = "order")
    record Committed(String article, long pieces) {}

    @TempDir
    Path directory;

    @BeforeEach
    void commit() {
        gate(Committed.class).write();
    }

    @Test
    void what_was_written_is_what_is_checked() {
        assertThatCode(gate(Committed.class)::check).doesNotThrowAnyException();
        assertThat(directory.resolve("schemas/commands/order.json")).exists();
        assertThat(directory.resolve("asyncapi.yaml")).exists();
        assertThat(directory.resolve("openapi.yaml")).exists();
    }

    @Test
    void everything_that_a_contract_can_have_is_compared_with_itself() {
        var gate = new ContractGate(directory.resolve("shop"), Shop.contract());
        gate.write();

        assertThatCode(gate::check).doesNotThrowAnyException();
    }

    /** Its followers have no upcaster, and some have no Java. */
    @Test
    void a_published_event_is_not_upcast() {
        record Priced(long priceMinor) {}
        var stream = EventSource.published(
                "shop",
                "orders",
                EventTable.<Priced>builder()
                        .event("priced", 2, Priced.class)
                        .upcast("priced", 1, Upcaster.rename("price", "priceMinor"))
                        .build());

        assertThatThrownBy(() -> new ContractReader().read(List.of(), List.of(stream)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("'priced' revision 1 of shop's stream 'orders' is upcast");
    }

    @Test
    void a_removed_field_is_named_with_its_message_and_whom_it_breaks() {
        @Command(context = "shop", name = "order")
        record Removed(String article) {}

        assertThatThrownBy(gate(Removed.class)::check)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("shop/order (command): field 'pieces' was removed;"
                        + " senders of the committed contract still send it, and are refused")
                .hasMessageContaining("docs/guides/contracts.md");
    }

    @Test
    void a_breaking_change_is_not_written_either() throws IOException {
        @Command(context = "shop", name = "order")
        record Mistyped(String article, String pieces) {}
        String before = Files.readString(directory.resolve("schemas/commands/order.json"));

        assertThatThrownBy(gate(Mistyped.class)::write)
                .hasMessageContaining("shop/order (command): field 'pieces' has type \"string\" and had \"integer\"");
        assertThat(directory.resolve("schemas/commands/order.json")).hasContent(before);
    }

    @Test
    void a_compatible_change_says_how_it_is_committed() {
        @Command(context = "shop", name = "order")
        record Added(String article, long pieces, Optional<String> note) {}

        assertThatThrownBy(gate(Added.class)::check)
                .hasMessageContaining("breaks nobody")
                .hasMessageContaining("shop/order (command): field 'note' was added and is optional")
                .hasMessageContaining("./foldline contracts");
        gate(Added.class).write();
        assertThatCode(gate(Added.class)::check).doesNotThrowAnyException();
    }

    @Test
    void a_renamed_message_breaks_its_senders() {
        @Command(context = "shop", name = "buy")
        record Renamed(String article, long pieces) {}

        assertThatThrownBy(gate(Renamed.class)::check)
                .hasMessageContaining("shop/order (command) was removed or renamed")
                .hasMessageContaining("nobody will answer");
    }

    @Test
    void a_new_message_beside_the_old_one_is_compatible() {
        @Command(context = "shop", name = "buy")
        record New(String article) {}

        assertThatThrownBy(gate(Committed.class, New.class)::check)
                .hasMessageContaining("breaks nobody")
                .hasMessageContaining("shop/buy (command) is new");
    }

    @Test
    void an_answer_and_an_event_that_are_gone_break_those_who_read_them() {
        record Answer(String article) {}
        @Query(context = "shop", name = "article", answer = Answer.class)
        record Find(String article) {}
        record Sold(String article) {}
        EventSource<Sold> sales = EventSource.published(
                "shop",
                "sales",
                EventTable.<Sold>builder().event("sold", 1, Sold.class).build());
        gate(new ContractReader()
                        .read(List.of(Committed.class, Find.class), List.of(sales))
                        .firstEntry()
                        .getValue())
                .write();

        assertThatThrownBy(gate(Committed.class)::check)
                .hasMessageContaining("shop/article (query) was removed or renamed")
                .hasMessageContaining("shop/article (answer to the query) was removed or renamed")
                .hasMessageContaining("shop/sales/sold.1 (published event) was removed or renamed");
    }

    @Test
    void a_document_that_somebody_has_edited_is_found() throws IOException {
        Files.writeString(directory.resolve("asyncapi.yaml"), "asyncapi: 3.0.0\n");

        assertThatThrownBy(gate(Committed.class)::check)
                .hasMessageContaining("asyncapi.yaml is not what is made of the records");
    }

    @Test
    void nothing_committed_yet_is_compatible() {
        var gate = new ContractGate(directory.resolve("new"), contract(Committed.class));

        assertThatThrownBy(gate::check).hasMessageContaining("shop/order (command) is new");
    }

    private ContractGate gate(Class<?>... messages) {
        return gate(contract(messages));
    }

    private ContractGate gate(Contract contract) {
        return new ContractGate(directory, contract);
    }

    private static Contract contract(Class<?>... messages) {
        return new ContractReader()
                .read(List.of(messages), List.of())
                .firstEntry()
                .getValue();
    }
}
