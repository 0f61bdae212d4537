package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.Query;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.Responder;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.FunctionCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A domain for tests: a profile that two contexts tell parts of. */
final class Profiles {

    private Profiles() {}

    @Query(
            context = "test",
            name = "profile",
            responders = {"money", "games"})
    record FindProfile(String id) {}

    record Part(String of, String by, double share) {}

    /** Answers for one; what it answers depends on the id. */
    static class PartFunction implements QueryFunction<FindProfile, Part> {

        private final String name;
        private final AtomicInteger asked = new AtomicInteger();

        PartFunction(String name) {
            this.name = name;
        }

        int asked() {
            return asked.get();
        }

        @Override
        public String projection() {
            return name;
        }

        @Override
        public CompletionStage<Optional<Part>> answer(FindProfile query) {
            asked.incrementAndGet();
            return switch (query.id()) {
                case "nobody" -> CompletableFuture.completedStage(Optional.empty());
                case "slow" -> new CompletableFuture<>();
                case "away" -> CompletableFuture.failedStage(new UnavailableException("away", null));
                case "broken" -> throw new IllegalStateException("a mistake");
                default -> CompletableFuture.completedStage(Optional.of(new Part(query.id(), name, 0.1)));
            };
        }
    }

    @Responder("money")
    static final class MoneyFunction extends PartFunction {

        MoneyFunction() {
            super("money");
        }
    }

    @Responder("games")
    static final class GamesFunction extends PartFunction {

        GamesFunction() {
            super("games");
        }
    }

    /** The catalog of a process with these functions. */
    static FunctionCatalog catalog(PartFunction... functions) {
        Map<String, Class<?>> here = new HashMap<>();
        for (PartFunction function : functions) {
            here.put(function.name, function.getClass());
        }
        return new FunctionCatalog(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new FunctionCatalog.GatherEntry(
                        "test", "profile", FindProfile.class, List.of("money", "games"), here)));
    }
}
