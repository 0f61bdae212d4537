package dev.foldline.jackpot.domain;

import static dev.foldline.jackpot.domain.Examples.drawn;
import static dev.foldline.jackpot.domain.Examples.opened;
import static dev.foldline.jackpot.domain.Examples.received;
import static dev.foldline.jackpot.domain.Examples.returned;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ImpossibleHistoryTest {

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<List<JackpotEvent>> IMPOSSIBLE = List.of(
            List.of(received(1, 0)),
            List.of(drawn("d", 1)),
            List.of(returned("d", 1)),
            List.of(opened(), opened()),
            List.of(opened(), drawn("d", 1)),
            List.of(opened(100, 5), drawn("d", 4)),
            List.of(opened(100, 5), drawn("d", 6)),
            List.of(opened(100, 5), drawn("d", 5, 5), drawn("d", 5, 5)),
            List.of(opened(100, 5), returned("d", 5)),
            List.of(opened(100, 5), drawn("d", 5), returned("d", 6)),
            List.of(opened(100, 5), drawn("d", 5), returned("d", 5), returned("d", 5)),
            List.of(opened(100, Long.MAX_VALUE), received(1, 0)),
            List.of(opened(100, 5), drawn("d", 5, Long.MAX_VALUE), returned("d", 5)));

    private final JackpotDecider decider = new JackpotDecider();

    @ParameterizedTest
    @FieldSource("IMPOSSIBLE")
    void is_a_bug_and_throws(List<JackpotEvent> history) {
        Jackpot almost = fold(history.subList(0, history.size() - 1));

        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(almost, history.getLast()))
                .withMessageContaining("history");
    }

    private Jackpot fold(List<JackpotEvent> history) {
        Jackpot jackpot = decider.initial();
        for (JackpotEvent event : history) {
            jackpot = decider.evolve(jackpot, event);
        }
        return jackpot;
    }
}
