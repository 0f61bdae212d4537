package dev.foldline.projections;

import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Token;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.runtime.ConsistencyGate;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Looks at the checkpoints until they are far enough, with a growing pause. */
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
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<Partition, Long> wanted : token.positions().entrySet()) {
            all = all.chain(() -> reach(projection, wanted.getKey(), wanted.getValue(), FIRST_PAUSE, deadlineNanos));
        }
        return all.subscribeAsCompletionStage();
    }

    private Uni<Void> reach(String projection, Partition partition, long wanted, Duration pause, long deadlineNanos) {
        return Reads.translated(checkpoints.find(projection, partition)).chain(checkpoint -> {
            long position = checkpoint.map(Checkpoints.Checkpoint::position).orElse(0L);
            if (position >= wanted) {
                return Uni.createFrom().voidItem();
            }
            if (System.nanoTime() - deadlineNanos >= 0) {
                return Uni.createFrom().failure(tooLate(projection, partition, position, wanted));
            }
            if (pause.equals(LONGEST_PAUSE)) {
                projections.look(projection, partition);
            }
            Duration longer = pause.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(pause)
                    .chain(() -> reach(projection, partition, wanted, next, deadlineNanos));
        });
    }

    private static DeadlineExceededException tooLate(
            String projection, Partition partition, long position, long wanted) {
        return new DeadlineExceededException(
                projection + " is at " + partition + "@" + position + ", asked for was " + partition + "@" + wanted);
    }
}
