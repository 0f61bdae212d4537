package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Commit;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalGateways;
import dev.foldline.functions.runtime.own.LogOwner;
import dev.foldline.functions.runtime.own.PartitionOwner;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.MemoryLog;
import dev.foldline.local.LocalServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command functions of several processes append by way of an owner in another one, which may come and go. */
@SuppressWarnings("NullAway.Init")
class OwnerOverAmqpTest {

    private static final FunctionCatalog COMMANDS = new FunctionCatalog(
            List.of(new FunctionCatalog.Entry("test", "add", Tally.Add.class, Tally.AddFunction.class)),
            List.of(),
            List.of(),
            List.of());
    private static final FunctionCatalog NOTHING = new FunctionCatalog(List.of(), List.of(), List.of(), List.of());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    private static LocalServers servers;

    private final MemoryLog log = new MemoryLog();
    private final List<AutoCloseable> processes = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        servers = LocalServers.in(directory).broker().start();
    }

    @AfterAll
    static void stopBroker() {
        servers.close();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable process : processes.reversed()) {
            process.close();
        }
    }

    @Test
    void without_an_owner_nobody_waits_for_one() {
        CommandGateway function = function();
        long start = System.nanoTime();
        assertThat(send(function, "t", 1)).isInstanceOf(CommandAnswer.Accepted.class);
        assertThat(send(function, "t", 1)).isInstanceOf(CommandAnswer.Accepted.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void an_owner_commits_for_all_functions() {
        var asked = own(owner -> owner);
        List<CommandGateway> functions = List.of(function(), function(), function());
        functions.forEach(function -> awaitOwner(function, asked));
        int before = asked.requests().get();
        for (int number = 0; number < 30; number++) {
            assertThat(send(functions.get(number % 3), "shared", 1)).isInstanceOf(CommandAnswer.Accepted.class);
        }
        assertThat(asked.requests().get() - before).isGreaterThanOrEqualTo(30);
        assertThat(log.load("shared", 0)).hasSize(30);
        checkDense();
    }

    @Test
    void a_command_id_is_answered_as_the_first_time_by_way_of_the_owner_and_past_it() {
        CommandGateway alone = function();
        UUID id = UUID.randomUUID();
        CommandAnswer first = sendLater(alone, "t", 1, id).join();
        var asked = own(owner -> owner);
        CommandGateway owned = function();
        awaitOwner(owned, asked);
        assertThat(sendLater(owned, "t", 1, id).join()).isEqualTo(first);
        UUID other = UUID.randomUUID();
        CommandAnswer second = sendLater(owned, "t", 1, other).join();
        asked.process().close();
        assertThat(sendLater(function(), "t", 1, other).join()).isEqualTo(second);
        assertThat(log.load("t", 0)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_owner_that_dies_with_requests_in_its_hands_loses_and_doubles_none_of_them(boolean afterItHasAppended) {
        var dying = new AtomicBoolean();
        var asked = own(owner -> (request, patience) -> {
            if (!dying.get()) {
                return owner.append(request, patience);
            }
            return afterItHasAppended
                    ? owner.append(request, patience).thenCompose(answer -> new CompletableFuture<>())
                    : new CompletableFuture<>();
        });
        List<CommandGateway> functions = List.of(function(), function());
        functions.forEach(function -> awaitOwner(function, asked));
        dying.set(true);
        int before = asked.requests().get();
        List<CompletableFuture<CommandAnswer>> sent = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            sent.add(sendLater(functions.get(number % 2), "t" + number % 4, 1, UUID.randomUUID()));
        }
        await().until(() -> asked.requests().get() >= before + 2);
        asked.process().close();
        var next = own(owner -> owner);
        assertThat(sent)
                .allSatisfy(answer ->
                        assertThat(answer).succeedsWithin(PATIENCE).isInstanceOf(CommandAnswer.Accepted.class));
        functions.forEach(function -> awaitOwner(function, next));
        checkDense();
        assertThat(log.all().stream().filter(commit -> commit.aggregateId().startsWith("t")))
                .hasSize(40);
    }

    /** An owner's process, and how many requests with commits it was given. */
    private record Asked(TestProcess process, AtomicInteger requests) {}

    private Asked own(UnaryOperator<PartitionOwner> behaviour) {
        var process = new TestProcess(servers.broker().url(), NOTHING, Tracing.off());
        LogOwner owner = LogOwner.start(log);
        var requests = new AtomicInteger();
        PartitionOwner behaving = behaviour.apply(owner);
        new AmqpAppendRequests(process.broker(), process.replies()).answer("test", "counter", (request, patience) -> {
            requests.addAndGet(request.commits().isEmpty() ? 0 : 1);
            return behaving.append(request, patience);
        });
        processes.add(owner);
        processes.add(process);
        return new Asked(process, requests);
    }

    /** A command function in a process of its own. */
    private CommandGateway function() {
        var process = new TestProcess(servers.broker().url(), COMMANDS, Tracing.off());
        processes.add(process);
        return LocalGateways.commands(COMMANDS, List.of(new Tally.AddFunction()), log, process.remote());
    }

    private static void awaitOwner(CommandGateway function, Asked asked) {
        await().atMost(PATIENCE).until(() -> {
            int before = asked.requests().get();
            send(function, "warm-up", 1);
            return asked.requests().get() > before;
        });
    }

    private void checkDense() {
        List<Commit> all = log.all();
        assertThat(all.stream().map(Commit::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(all.stream().map(Commit::commandId)).doesNotHaveDuplicates();
    }

    private static CommandAnswer send(CommandGateway function, String id, int by) {
        return sendLater(function, id, by, UUID.randomUUID()).join();
    }

    private static CompletableFuture<CommandAnswer> sendLater(
            CommandGateway function, String id, int by, UUID command) {
        return function.send(new Tally.Add(id, by), new CommandOptions(command, PATIENCE, Map.of()))
                .toCompletableFuture();
    }
}
