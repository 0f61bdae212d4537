package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foldline.functions.Decision;
import dev.foldline.functions.testkit.Counter.Add;
import dev.foldline.functions.testkit.Counter.Command;
import dev.foldline.functions.testkit.Counter.CountTo;
import dev.foldline.functions.testkit.Counter.Counted;
import dev.foldline.functions.testkit.Counter.TooMuch;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID OTHER_ID = new UUID(0, 2);

    @Test
    void a_command_id_gets_its_first_answer_again() {
        var counter = new InMemoryAggregate<>(Counter.TYPE);

        var first = counter.execute(ID, new Add(6));

        assertThat(counter.execute(OTHER_ID, new Add(1)).version()).isEqualTo(2);
        assertThat(counter.execute(ID, new Add(6))).isEqualTo(first);
        assertThat(counter.version()).isEqualTo(2);
        assertThat(counter.state()).isEqualTo(7);
        assertThat(counter.history()).containsExactly(new Counted(6), new Counted(1));
    }

    @Test
    void a_refused_command_is_decided_anew() {
        var counter = new InMemoryAggregate<>(Counter.TYPE);

        assertThat(counter.execute(ID, new Add(11)).decision()).isEqualTo(Decision.reject(new TooMuch(10)));
        assertThat(counter.execute(ID, new Add(1)).decision()).isEqualTo(Decision.accept(new Counted(1)));
    }

    @Test
    void passes_when_what_happens_once_does_happen_once() {
        List<Command> commands = List.of(new CountTo(3), new Add(1), new CountTo(7), new Add(100));

        Repetition.changesNothing(Counter.TYPE, commands, CountTo.class::isInstance);
    }

    @Test
    void fails_when_it_happens_again() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Repetition.changesNothing(Counter.TYPE, List.of(new Add(1)), command -> true));
    }
}
