package dev.foldline.functions.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Token;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.own.AppendRequest;
import dev.foldline.functions.runtime.own.LogOwner;
import dev.foldline.functions.runtime.own.OwnedAppends;
import dev.foldline.functions.runtime.own.OwnerUse;
import dev.foldline.functions.runtime.own.PartitionOwner;
import dev.foldline.functions.runtime.write.Counter.Change;
import dev.foldline.functions.runtime.write.Counter.Changed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several writers of one partition by way of its owner: whatever becomes of requests and answers, each command counts once. */
class OwnedWritersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final OwnedAppends.Terms TERMS = new OwnedAppends.Terms(PATIENCE, Duration.ZERO, 1 << 18);
    private static final EventCodec<Changed> CODEC = new EventCodec<>(Counter.TYPE.events(), PayloadFormat.CBOR);
    private static final SnapshotSettings NO_SNAPSHOTS =
            new SnapshotSettings(Optional.empty(), 0, new PayloadSettings(PayloadFormat.CBOR, 0));

    private final MemoryLog log = new MemoryLog();
    private final List<LogOwner> owners = new ArrayList<>();
    private final List<AggregateWriter<Change>> writers = new ArrayList<>();

    /** A command and what was answered; empty when it is not known. */
    private record Sent(UUID id, String aggregateId, long by, CompletableFuture<Optional<CommandAnswer>> answer) {}

    @AfterEach
    void stop() {
        writers.forEach(AggregateWriter::close);
        owners.forEach(LogOwner::close);
    }

    @Test
    void writers_that_never_meet_in_an_aggregate_lose_no_race() {
        LogOwner owner = owner();
        IntStream.range(0, 5).forEach(number -> writer(owner));
        writers.forEach(writer -> await(send(writer, "first", 1, UUID.randomUUID())));
        List<Sent> sent = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            for (int number = 0; number < writers.size(); number++) {
                sent.add(send(writers.get(number), "w" + number, 1, UUID.randomUUID()));
            }
        }
        assertThat(sent.stream().map(OwnedWritersTest::await))
                .allSatisfy(answer -> assertThat(answer).containsInstanceOf(CommandAnswer.Accepted.class));
        check(sent);
    }

    @Test
    void two_owners_at_once_lose_and_double_nothing() {
        IntStream.range(0, 4).forEach(number -> writer(owner()));
        check(hammer(400, new Random(7)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatever_becomes_of_requests_and_answers_every_answer_is_true(long seed) {
        var random = new Random(seed);
        var unreliable = new Unreliable(owner(), random);
        IntStream.range(0, 3).forEach(number -> writer(unreliable));
        writer((request, patience) -> CompletableFuture.failedFuture(new TimeoutException()));
        List<Sent> sent = hammer(600, random);
        sent.forEach(OwnedWritersTest::await);
        unreliable.deliverAll();
        check(sent);
    }

    /** Commands with ids that come again, at few aggregates. */
    private List<Sent> hammer(int commands, Random random) {
        List<Sent> sent = new ArrayList<>();
        for (int number = 0; number < commands; number++) {
            boolean again = !sent.isEmpty() && random.nextInt(10) == 0;
            Sent before = again ? sent.get(random.nextInt(sent.size())) : null;
            AggregateWriter<Change> writer = writers.get(random.nextInt(writers.size()));
            sent.add(
                    before == null
                            ? send(writer, "a" + random.nextInt(6), random.nextInt(-3, 4), UUID.randomUUID())
                            : send(writer, before.aggregateId(), before.by(), before.id()));
        }
        return sent;
    }

    private void check(List<Sent> sent) {
        List<Optional<CommandAnswer>> answers =
                sent.stream().map(OwnedWritersTest::await).toList();
        List<Commit> all = log.all();
        assertThat(all.stream().map(Commit::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(all.stream().map(Commit::commandId)).doesNotHaveDuplicates();
        requireHistory(all);
        Map<UUID, Commit> byId = new HashMap<>();
        all.forEach(commit -> byId.put(commit.commandId(), commit));
        Map<UUID, Long> times = sent.stream().collect(Collectors.groupingBy(Sent::id, Collectors.counting()));
        for (int number = 0; number < sent.size(); number++) {
            UUID id = sent.get(number).id();
            answers.get(number).ifPresent(answer -> requireTrue(answer, byId.get(id), times.getOrDefault(id, 0L) == 1));
        }
    }

    private static void requireHistory(List<Commit> all) {
        Map<String, Long> versions = new HashMap<>();
        Map<String, Long> values = new HashMap<>();
        for (Commit commit : all) {
            assertThat(commit.version()).isEqualTo(versions.getOrDefault(commit.aggregateId(), 0L));
            versions.put(commit.aggregateId(), commit.nextVersion());
            commit.events()
                    .forEach(event -> values.merge(
                            commit.aggregateId(), CODEC.decode(event).by(), Long::sum));
            assertThat(values.get(commit.aggregateId())).isNotNegative();
        }
    }

    /** Of a command that is said to have done nothing there is nothing in the log, now and later, unless it was sent again. */
    private void requireTrue(CommandAnswer answer, @Nullable Commit commit, boolean sentOnce) {
        if (answer instanceof CommandAnswer.Accepted(var aggregate, var version, var token)) {
            if (commit != null) {
                assertThat(version).isEqualTo(commit.nextVersion());
                assertThat(token).isEqualTo(Token.of(log.descriptor().partition(0), commit.position()));
            }
        } else if (sentOnce) {
            assertThat(commit).as(answer.toString()).isNull();
        }
    }

    private LogOwner owner() {
        LogOwner owner = LogOwner.start(log);
        owners.add(owner);
        return owner;
    }

    /** Every other one asks the owner only while it is not alone. */
    private void writer(PartitionOwner owner) {
        OwnerUse use = writers.size() % 2 == 0 ? OwnerUse.ALWAYS : OwnerUse.IN_COMPANY;
        writers.add(AggregateWriter.start(
                Counter.TYPE,
                log,
                new OwnedAppends(log, owner, use, TERMS),
                CODEC,
                NO_SNAPSHOTS,
                new WriterSettings(1_024, 16, 6, 100),
                new SimpleMeterRegistry(),
                (partition, commit) -> {}));
    }

    private static Sent send(AggregateWriter<Change> writer, String aggregateId, long by, UUID id) {
        return new Sent(
                id,
                aggregateId,
                by,
                writer.submit(new Change(by), aggregateId, new CommandOptions(id, PATIENCE, Map.of()))
                        .handle((answer, fault) -> Optional.ofNullable(answer)));
    }

    private static Optional<CommandAnswer> await(Sent sent) {
        return sent.answer().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Loses requests and answers, and delivers requests twice, and long after their senders gave up. Thread-safe. */
    private static final class Unreliable implements PartitionOwner {

        private final PartitionOwner owner;
        private final Random random;
        private final Queue<AppendRequest> late = new ArrayDeque<>();

        Unreliable(PartitionOwner owner, Random random) {
            this.owner = owner;
            this.random = random;
        }

        @Override
        public synchronized CompletionStage<Appended> append(AppendRequest request, Duration patience) {
            if (random.nextInt(3) == 0 && !late.isEmpty()) {
                owner.append(late.remove(), patience);
            }
            return switch (random.nextInt(8)) {
                case 0 -> CompletableFuture.failedFuture(new TimeoutException("lost"));
                case 1 -> {
                    late.add(request);
                    yield CompletableFuture.failedFuture(new TimeoutException("late"));
                }
                case 2 ->
                    owner.append(request, patience)
                            .thenCompose(ignored -> CompletableFuture.failedFuture(new TimeoutException("no answer")));
                case 3 -> {
                    owner.append(request, patience);
                    yield owner.append(request, patience);
                }
                default -> owner.append(request, patience);
            };
        }

        void deliverAll() {
            CompletableFuture.allOf(late.stream()
                            .map(request -> owner.append(request, PATIENCE).toCompletableFuture())
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
