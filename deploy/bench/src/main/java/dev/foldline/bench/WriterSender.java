package dev.foldline.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.mongodb.MongoSnapshotStore;
import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.PayloadSettings;
import dev.foldline.functions.runtime.write.AggregateWriter;
import dev.foldline.functions.runtime.write.CommitAppender;
import dev.foldline.functions.runtime.write.SnapshotSettings;
import dev.foldline.functions.runtime.write.WriterSettings;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.domain.JackpotAggregate;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.domain.WalletAggregate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Hands commands to a writer in this process, as a gateway does whose handler is at hand: no HTTP, no JSON, no AMQP. */
final class WriterSender implements Sender {

    private static final PayloadSettings PAYLOADS = new PayloadSettings(PayloadFormat.CBOR, 0);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Of callers who wait for an answer before they send the next command: a slow one makes a low figure and no fault. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MongoClient client;
    private final AggregateWriter<WalletCommand> wallets;
    private final AggregateWriter<JackpotCommand> jackpots;

    /** One that appends to the logs itself. */
    WriterSender(String mongodbUrl, MongoOptions options) {
        this(mongodbUrl, options, CommitAppender::to);
    }

    /** @param appender how it appends to a log */
    WriterSender(String mongodbUrl, MongoOptions options, Function<EventLog, CommitAppender> appender) {
        var epoch = new ConnectionEpoch();
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodbUrl))
                .retryWrites(true);
        client = MongoClients.create(epoch.watch(settings).build());
        var store = new MongoEventStore(client, epoch, options);
        var snapshots = new SnapshotSettings(
                Optional.of(new MongoSnapshotStore(client, options)), SnapshotSettings.DEFAULT_AFTER, PAYLOADS);
        wallets = start(WalletAggregate.TYPE, store, appender, snapshots);
        jackpots = start(JackpotAggregate.TYPE, store, appender, snapshots);
    }

    private static <C, S, E> AggregateWriter<C> start(
            AggregateType<C, S, E> type,
            EventStore store,
            Function<EventLog, CommitAppender> appender,
            SnapshotSettings snapshots) {
        EventLog log = store.open(new LogDefinition(type.context(), type.name(), LogDefinition.DEFAULT_PARTITIONS));
        return AggregateWriter.start(
                type,
                log,
                appender.apply(log),
                PAYLOADS.codec(type.events()),
                snapshots,
                WriterSettings.DEFAULT,
                new SimpleMeterRegistry(),
                (partition, commit) -> {});
    }

    @Override
    public void send(BenchCommand command, IntConsumer answered) {
        var options = new CommandOptions(command.id(), TIMEOUT, Map.of());
        var _ = submit(command, options).whenComplete((answer, fault) -> answered.accept(status(answer)));
    }

    /** Whether the command was accepted; waits for the answer. */
    boolean ask(BenchCommand command) {
        return submit(command, new CommandOptions(command.id(), PATIENCE, Map.of()))
                        .join()
                instanceof CommandAnswer.Accepted;
    }

    private CompletableFuture<CommandAnswer> submit(BenchCommand command, CommandOptions options) {
        return switch (command.command()) {
            case WalletCommand wallet -> wallets.submit(wallet, command.aggregateId(), options);
            case JackpotCommand jackpot -> jackpots.submit(jackpot, command.aggregateId(), options);
            default -> throw new IllegalArgumentException("no command of a wallet or a jackpot");
        };
    }

    private static int status(@Nullable CommandAnswer answer) {
        return switch (answer) {
            case CommandAnswer.Accepted _ -> ACCEPTED;
            case CommandAnswer.Rejected _ -> 422;
            case CommandAnswer.Contended _ -> 409;
            case null -> NO_ANSWER;
        };
    }

    @Override
    public void close() {
        wallets.close();
        jackpots.close();
        client.close();
    }
}
