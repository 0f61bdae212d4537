package dev.foldline.projections.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Projection;
import dev.foldline.functions.runtime.ConsistencyGate;
import dev.foldline.projections.Reads;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for every projection whose rows tell of one aggregate each: they tell the aggregates' stories, however the commits
 * arrive. Its schema and its entity are tested by the way.
 *
 * @param <E> what the events have in common
 * @param <R> the row
 */
public abstract class ProjectionContract<E, R> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MANY = 200;

    /** What it adds to an entity's fields. */
    private static final String OF_HIBERNATE = "\\$\\$_hibernate.*";

    @Inject
    MemoryLogs logs;

    @Inject
    ConsistencyGate gate;

    /** The projection under test, which the application runs. */
    protected abstract Projection<E, R> projection();

    /** The story of the aggregate of this id. */
    protected abstract Story<E, R> story(String aggregateId);

    /** The id of the row that the story is told by. */
    protected String rowId(String aggregateId) {
        return aggregateId;
    }

    @BeforeEach
    void awaitStart() {
        logs.started(projection().name())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void commits_that_arrive_one_by_one_are_told() {
        String id = newId();
        append(id).forEach(commit -> announce(commit).join());
        assertToldInTheRow(id);
    }

    @Test
    void commits_that_were_never_announced_are_told() {
        String id = newId();
        await(append(id).getLast());
        assertToldInTheRow(id);
    }

    @Test
    void commits_before_the_one_that_is_announced_are_told() {
        String id = newId();
        announce(append(id).getLast()).join();
        assertToldInTheRow(id);
    }

    @Test
    void commits_that_arrive_twice_and_in_any_order_are_told_once() {
        String id = newId();
        List<Commit> commits = append(id);
        List<Commit> announced = new ArrayList<>(
                Stream.of(commits, commits).flatMap(List::stream).toList());
        Collections.shuffle(announced, new Random(1));
        announced.stream().map(this::announce).toList().forEach(CompletableFuture::join);
        assertToldInTheRow(id);
    }

    @Test
    void commits_that_arrive_again_change_nothing() {
        String id = newId();
        List<Commit> commits = append(id);
        await(commits.getLast());
        commits.forEach(commit -> announce(commit).join());
        assertToldInTheRow(id);
    }

    @Test
    void many_aggregates_are_told_at_once() {
        List<String> ids = Stream.generate(this::newId).limit(MANY).toList();
        ids.stream().map(id -> append(id).getLast()).toList().forEach(this::await);
        ids.forEach(this::assertToldInTheRow);
    }

    private String newId() {
        return UUID.randomUUID().toString();
    }

    private List<Commit> append(String id) {
        EventSource<E> source = projection().source();
        var codec = new EventCodec<>(source.events(), PayloadFormat.CBOR);
        List<Commit> commits = new ArrayList<>();
        long version = 0;
        for (List<E> events : story(id).commits()) {
            var encoded = events.stream().map(codec::encode).toList();
            var commit = new NewCommit(id, version, UUID.randomUUID(), Instant.EPOCH, encoded, Map.of());
            commits.add(logs.append(source.context(), source.name(), commit));
            version += events.size();
        }
        return commits;
    }

    private CompletableFuture<Void> announce(Commit commit) {
        return logs.announce(projection().name(), partition(commit), commit)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void await(Commit commit) {
        gate.await(projection().name(), Token.of(partition(commit), commit.position()), PATIENCE)
                .toCompletableFuture()
                .join();
    }

    private Partition partition(Commit commit) {
        EventSource<E> source = projection().source();
        return logs.log(source.context(), source.name()).descriptor().partitionOf(commit.aggregateId());
    }

    private void assertToldInTheRow(String id) {
        assertThat(row(rowId(id)))
                .get()
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(OF_HIBERNATE)
                .isEqualTo(story(id).row());
    }

    private Optional<R> row(String id) {
        Class<R> type = projection().rowType();
        var found = new CompletableFuture<Optional<R>>();
        VertxContextSupport.subscribe(
                () -> Uni.createFrom()
                        .completionStage(() -> Reads.find(type, id, row -> row))
                        .toMulti(),
                subscription -> subscription.with(found::complete, found::completeExceptionally));
        return found.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
