package dev.foldline.eventstore.tck;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done in whichever order, a log answers as a list would. */
public interface ModelContract extends LogContract {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    default void a_log_answers_as_a_list_would(long seed) {
        new ModelRun(open(), seed).run(60);
    }
}
