package dev.foldline.functions.runtime;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.write.AggregateWriter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A command's handler and the writer of its aggregate type. The build has checked that they fit. */
record CommandBinding(CommandFunction<?> function, Supplier<CompletableFuture<AggregateWriter<?>>> writer) {

    CompletableFuture<CommandAnswer> send(Object command, CommandOptions options) {
        return writer.get().thenCompose(ready -> submit(ready, command, options));
    }

    @SuppressWarnings("unchecked") // the command is of the function's type, and the function's aggregate type takes it
    private CompletableFuture<CommandAnswer> submit(AggregateWriter<?> ready, Object command, CommandOptions options) {
        String aggregateId = ((CommandFunction<Object>) function).aggregateId(command);
        return ((AggregateWriter<Object>) ready).submit(command, aggregateId, options);
    }
}
