package dev.foldline.jackpot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.Command;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void every_command_has_a_name_of_its_own() {
        assertThat(Arrays.stream(JackpotCommand.class.getPermittedSubclasses())
                        .map(type -> requireNonNull(type.getAnnotation(Command.class)))
                        .map(command -> command.context() + "/" + command.name()))
                .containsExactlyInAnyOrder(
                        "jackpot/open-jackpot", "jackpot/contribute", "jackpot/draw-jackpot", "jackpot/return-prize");
    }

    @Test
    void the_longest_jackpot_id_names_an_aggregate() {
        var longest = new JackpotId("_".repeat(64));

        assertThat(new Aggregate("jackpot", longest.value())).hasToString("jackpot/" + longest);
    }
}
