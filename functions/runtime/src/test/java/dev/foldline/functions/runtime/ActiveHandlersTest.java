package dev.foldline.functions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Command;
import dev.foldline.functions.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActiveHandlersTest {

    @Command(context = "test", name = "add", aggregate = "id")
    record Add(String id) {}

    @Query(context = "test", name = "sum")
    record FindSum(String id) {}

    private static final class AddFunction {}

    private static final class SumFunction {}

    private final FunctionCatalog built = new FunctionCatalog(
            List.of(new FunctionCatalog.Entry("test", "add", Add.class, AddFunction.class)),
            List.of(new FunctionCatalog.Entry("test", "sum", FindSum.class, SumFunction.class)),
            List.of(),
            List.of(),
            List.of());
    private final HandlerModules modules =
            new HandlerModules(Map.of(AddFunction.class.getName(), "adder", SumFunction.class.getName(), "summer"));

    @Test
    void everything_that_the_build_found_runs_here_unless_told_otherwise() {
        assertThat(new ActiveHandlers(modules, Optional.empty()).of(built)).isEqualTo(built);
    }

    @Test
    void the_messages_of_a_disabled_module_go_to_other_processes() {
        FunctionCatalog active = new ActiveHandlers(modules, Optional.of(List.of("adder", "unknown"))).of(built);

        assertThat(active.commands()).isEmpty();
        assertThat(active.remoteCommands())
                .containsExactly(new FunctionCatalog.RemoteEntry("test", "add", "id", Add.class));
        assertThat(active.queries()).isEqualTo(built.queries());
        assertThat(active.remoteQueries()).isEmpty();
    }

    @Test
    void a_query_has_no_aggregate() {
        FunctionCatalog active = new ActiveHandlers(modules, Optional.of(List.of("summer"))).of(built);

        assertThat(active.remoteQueries())
                .containsExactly(new FunctionCatalog.RemoteEntry("test", "sum", "", FindSum.class));
    }
}
