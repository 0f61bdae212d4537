package dev.foldline.functions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplicationWithoutStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(
                    Switches.TurnOn.class,
                    Switches.TurnedOn.class,
                    Switches.SwitchDecider.class,
                    Switches.TurnOnFunction.class))
            .assertException(thrown -> assertThat(thrown).hasMessageContaining("foldline-eventstore-mongodb"));

    @Test
    void a_command_function_without_an_event_store_is_not_built() {
        throw new AssertionError("the application was built");
    }
}
