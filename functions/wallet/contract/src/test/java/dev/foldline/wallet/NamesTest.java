package dev.foldline.wallet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.Command;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void every_command_has_a_name_of_its_own() {
        assertThat(Arrays.stream(WalletCommand.class.getPermittedSubclasses())
                        .map(type -> requireNonNull(type.getAnnotation(Command.class)))
                        .map(command -> command.context() + "/" + command.name()))
                .containsExactlyInAnyOrder(
                        "wallet/open-wallet",
                        "wallet/deposit",
                        "wallet/withdraw",
                        "wallet/place-bet",
                        "wallet/settle-bet",
                        "wallet/credit-winnings",
                        "wallet/start-session",
                        "wallet/end-session");
    }

    @Test
    void the_longest_wallet_id_names_an_aggregate() {
        var longest = new WalletId("~".repeat(64));

        assertThat(new Aggregate("wallet", longest.value())).hasToString("wallet/" + longest);
    }
}
