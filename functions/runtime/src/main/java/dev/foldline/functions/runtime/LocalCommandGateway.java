package dev.foldline.functions.runtime;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.UnknownMessageException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends commands to the handlers in this process. Thread-safe. */
@Singleton
@Typed(LocalCommandGateway.class)
public final class LocalCommandGateway implements CommandGateway {

    private final Map<Class<?>, CommandBinding> bindings;
    private final WriterRegistry writers;

    @Inject
    LocalCommandGateway(FunctionCatalog catalog, @Any Instance<CommandFunction<?>> functions, WriterRegistry writers) {
        this(catalog, functions.stream().toList(), writers);
    }

    LocalCommandGateway(FunctionCatalog catalog, List<CommandFunction<?>> functions, WriterRegistry writers) {
        this.writers = writers;
        Map<Class<?>, CommandFunction<?>> byClass =
                functions.stream().collect(Collectors.toMap(Object::getClass, Function.identity()));
        this.bindings = catalog.commands().stream()
                .collect(Collectors.toUnmodifiableMap(
                        FunctionCatalog.Entry::message, entry -> bind(byClass.get(entry.function()))));
    }

    @Override
    public CompletionStage<CommandAnswer> send(Object command, CommandOptions options) {
        CommandBinding binding = bindings.get(command.getClass());
        if (binding == null) {
            return CompletableFuture.failedStage(UnknownMessageException.command(command));
        }
        return Deadlines.within(
                binding.send(command, options),
                options.timeout(),
                "there was no answer in time; to learn the outcome, send the command again with the same id");
    }

    /** The aggregate types that the handlers of this process write. */
    Collection<AggregateType<?, ?, ?>> aggregateTypes() {
        return bindings.values().stream()
                .<AggregateType<?, ?, ?>>map(binding -> binding.function().aggregateType())
                .collect(Collectors.toSet());
    }

    private CommandBinding bind(@Nullable CommandFunction<?> function) {
        if (function == null) {
            throw new IllegalStateException("a command function that the build found is no bean");
        }
        AggregateType<?, ?, ?> type = function.aggregateType();
        return new CommandBinding(function, () -> writers.writer(type));
    }
}
