package dev.foldline.functions.tracing;

import dev.foldline.functions.Command;
import dev.foldline.functions.Query;
import dev.foldline.functions.QueryFunction;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A domain for tests. */
public final class Lamp {

    private Lamp() {}

    @Query(context = "home", name = "lamp")
    public record FindLamp(String id) {}

    public record LampState(String id) {}

    /** Handled elsewhere. */
    @Command(context = "home", name = "light", aggregate = "id")
    public record Light(String id) {}

    public static class LampFunction implements QueryFunction<FindLamp, LampState> {

        @Override
        public String projection() {
            return "lamps";
        }

        @Override
        public CompletionStage<Optional<LampState>> answer(FindLamp query) {
            return CompletableFuture.completedStage(Optional.of(new LampState(query.id())));
        }
    }
}
