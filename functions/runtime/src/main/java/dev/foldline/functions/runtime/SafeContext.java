package dev.foldline.functions.runtime;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs what needs an event loop of its own: Hibernate Reactive keeps its session in a duplicated context. */
public final class SafeContext {

    private SafeContext() {}

    /** Calls on a fresh duplicated context; the result completes on it. */
    public static <T> CompletionStage<T> call(Vertx vertx, Supplier<CompletionStage<T>> action) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        var result = new CompletableFuture<T>();
        context.runOnContext(ignored -> run(action, result));
        return result;
    }

    private static <T> void run(Supplier<CompletionStage<T>> action, CompletableFuture<T> result) {
        try {
            action.get().whenComplete((value, fault) -> {
                if (fault != null) {
                    result.completeExceptionally(fault);
                } else {
                    result.complete(value);
                }
            });
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }
}
