package dev.foldline.functions.runtime;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which of the application's handlers run in this process: all but those of the modules that {@code foldline.modules.disabled}
 * names by their artifact ids. It is as if the modules' jars were not there: their messages go to other processes. Immutable.
 */
@Singleton
public final class ActiveHandlers {

    private final HandlerModules modules;
    private final Set<String> disabled;

    ActiveHandlers(
            HandlerModules modules,
            @ConfigProperty(name = "foldline.modules.disabled") Optional<List<String>> disabled) {
        this.modules = modules;
        this.disabled = Set.copyOf(disabled.orElse(List.of()));
    }

    /** Those of these handlers that run here. */
    public <T> Stream<T> of(Instance<T> handlers) {
        return handlers.stream().filter(handler -> isActive(handler.getClass()));
    }

    /** What this process handles and what it passes on. */
    FunctionCatalog of(FunctionCatalog built) {
        return disabled.isEmpty() ? built : built.without(handler -> !isActive(handler));
    }

    private boolean isActive(Class<?> handler) {
        return !disabled.contains(modules.of(handler));
    }
}
