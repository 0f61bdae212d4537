package dev.foldline.functions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.functions.Command;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.Policy;
import dev.foldline.functions.QueryFunction;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.io.IOException;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

class RefusedApplicationsTest {

    @Test
    void an_application_without_a_function_is_not_built() {
        assertThatThrownBy(() -> find(Switches.TurnOn.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("no function")
                .hasMessageContaining("Jandex");
    }

    @Test
    void a_gateway_needs_a_contract_and_no_function() throws IOException {
        assertThat(find(true, Switches.TurnOn.class).isEmpty()).isTrue();
        assertThatThrownBy(() -> find(true))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("no contract");
    }

    @Test
    void a_command_with_two_handlers_is_not_built() {
        assertThatThrownBy(() ->
                        find(Switches.TurnOn.class, Switches.TurnOnFunction.class, Switches.SecondTurnOnFunction.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("'home/turn-on' has two handlers")
                .hasMessageContaining("SecondTurnOnFunction");
    }

    @Test
    void a_command_without_a_name_is_not_built() {
        assertThatThrownBy(() -> find(Switches.Nameless.class, Switches.NamelessFunction.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("needs @Command");
    }

    @Test
    void a_command_whose_contract_is_not_indexed_is_not_built() {
        assertThatThrownBy(() -> find(Switches.TurnOnFunction.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("index the contract's jar");
    }

    @Test
    void a_responder_that_its_query_does_not_name_is_not_built() {
        assertThatThrownBy(() -> find(Switches.FindHouse.class, Switches.State.class, Switches.MisspeltFunction.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("[cellar, attic]")
                .hasMessageContaining("@Responder(\"celar\")");
    }

    @Test
    void a_handler_that_does_not_say_for_whom_it_answers_is_not_built() {
        assertThatThrownBy(() -> find(Switches.FindHouse.class, Switches.State.class, Switches.HouseFunction.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("needs @Responder");
    }

    @Test
    void two_handlers_that_answer_for_the_same_are_not_built() {
        assertThatThrownBy(() -> find(
                        Switches.FindHouse.class,
                        Switches.State.class,
                        Switches.CellarFunction.class,
                        Switches.SecondCellarFunction.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("'home/house/cellar' has two handlers");
    }

    @Test
    void what_fits_is_found() throws IOException {
        FoundFunctions found = find(
                Switches.TurnOn.class,
                Switches.TurnOnFunction.class,
                Switches.FindState.class,
                Switches.State.class,
                Switches.StateFunction.class);
        assertThat(found.commands()).extracting(FoundFunctions.Handler::key).containsExactly("home/turn-on");
        assertThat(found.queries()).extracting(FoundFunctions.Handler::key).containsExactly("home/state");
    }

    @Test
    void a_policy_by_itself_is_an_application() throws IOException {
        FoundFunctions found = find(Switches.TurnOn.class, Switches.TurnBackOn.class);
        assertThat(found.policies()).extracting(DotName::withoutPackagePrefix).containsExactly("Switches$TurnBackOn");
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void a_policy_that_is_not_public_is_not_built() {
        assertThatThrownBy(() -> find(Switches.TurnBackOn.class, Switches.HiddenPolicy.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("must be public");
    }

    @Test
    void a_query_is_answered_as_its_contract_promises() {
        assertThatThrownBy(
                        () -> find(Switches.FindState.class, Switches.State.class, Switches.OtherStateFunction.class))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("answers with java.lang.String")
                .hasMessageContaining("promises")
                .hasMessageContaining("State");
    }

    private static FoundFunctions find(Class<?>... classes) throws IOException {
        return find(false, classes);
    }

    private static FoundFunctions find(boolean gateway, Class<?>... classes) throws IOException {
        Class<?>[] all = new Class<?>[classes.length + 5];
        System.arraycopy(classes, 0, all, 0, classes.length);
        all[classes.length] = CommandFunction.class;
        all[classes.length + 1] = Command.class;
        all[classes.length + 2] = QueryFunction.class;
        all[classes.length + 3] = Policy.class;
        all[classes.length + 4] = Switches.PartFunction.class;
        IndexView index = Index.of(all);
        return new FunctionFinder(index).find(gateway);
    }
}
