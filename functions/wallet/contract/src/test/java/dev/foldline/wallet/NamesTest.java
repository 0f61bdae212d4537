package dev.foldline.wallet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.Command;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void every_command_is_named_after_its_record() {
        assertThat(WalletCommand.class.getPermittedSubclasses()).allSatisfy(type -> {
            Command command = requireNonNull(type.getAnnotation(Command.class));
            assertThat(command.context()).isEqualTo("wallet");
            assertThat(command.name()).isEqualTo(kebabCase(type.getSimpleName()));
            assertThat(command.aggregate()).isEqualTo("walletId");
        });
    }

    @Test
    void the_longest_wallet_id_names_an_aggregate() {
        var longest = new WalletId("~".repeat(64));

        assertThat(new Aggregate("wallet", longest.value())).hasToString("wallet/" + longest);
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
