package dev.foldline.projections;

import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.runtime.ConsistencyGate;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * Looks at the checkpoints until they are far enough, with a growing pause. A token may be merged from several answers: what
 * it says of aggregate types that the projection does not follow is no concern of it.
 */
@Singleton
final class PostgresConsistencyGate implements ConsistencyGate {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final Checkpoints checkpoints;
    private final Projections projections;

    PostgresConsistencyGate(Checkpoints checkpoints, Projections projections) {
        this.checkpoints = checkpoints;
        this.projections = projections;
    }

    @Override
    public CompletionStage<Void> await(String projection, Token token, Duration timeout) {
        return reach(projection, token, FIRST_PAUSE, System.nanoTime() + timeout.toNanos())
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Token> reached(String projection) {
        return Reads.translated(checkpoints.positions(projection))
                .map(PostgresConsistencyGate::token)
                .subscribeAsCompletionStage();
    }

    private static Token token(Map<Partition, Long> positions) {
        var reached = new TreeMap<>(positions);
        reached.values().removeIf(position -> position == 0);
        return new Token(reached);
    }

    private Uni<Void> reach(String projection, Token token, Duration pause, long deadlineNanos) {
        return Reads.translated(checkpoints.positions(projection)).chain(positions -> {
            SortedMap<Partition, Long> missing = missing(token, positions);
            if (missing.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            if (System.nanoTime() - deadlineNanos >= 0) {
                return Uni.createFrom().failure(tooLate(projection, missing, positions));
            }
            if (pause.equals(LONGEST_PAUSE)) {
                missing.keySet().forEach(partition -> projections.look(projection, partition));
            }
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(pause)
                    .chain(() -> reach(projection, token, longer(pause), deadlineNanos));
        });
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /** What the token asks for and is not in the rows yet. Nothing is known of a projection that has never run. */
    private static SortedMap<Partition, Long> missing(Token token, Map<Partition, Long> positions) {
        var missing = new TreeMap<>(token.positions());
        if (!positions.isEmpty()) {
            missing.keySet().removeIf(partition -> !isFollowed(partition, positions));
        }
        missing.entrySet().removeIf(wanted -> positions.getOrDefault(wanted.getKey(), 0L) >= wanted.getValue());
        return missing;
    }

    private static boolean isFollowed(Partition partition, Map<Partition, Long> positions) {
        if (positions.containsKey(partition)) {
            return true;
        }
        String type = partition.aggregateType();
        if (positions.keySet().stream().anyMatch(known -> known.aggregateType().equals(type))) {
            throw new InvalidValueException("the token names " + partition + ", which is no partition of " + type);
        }
        return false;
    }

    private static DeadlineExceededException tooLate(
            String projection, SortedMap<Partition, Long> missing, Map<Partition, Long> positions) {
        Partition first = missing.firstKey();
        return new DeadlineExceededException(projection + " is at " + first + "@" + positions.getOrDefault(first, 0L)
                + ", asked for was " + first + "@" + missing.get(first));
    }
}
