package dev.foldline.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.runtime.write.AggregateWriter;
import dev.foldline.functions.runtime.write.WriterSettings;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.domain.WalletAggregate;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Hands commands to a writer in this process, as a gateway does whose handler is at hand: no HTTP, no JSON, no AMQP. */
final class WriterSender implements Sender {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoClient client;
    private final AggregateWriter<WalletCommand> writer;

    WriterSender(String mongodbUrl) {
        var epoch = new ConnectionEpoch();
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodbUrl))
                .retryWrites(true);
        client = MongoClients.create(epoch.watch(settings).build());
        EventLog log = new MongoEventStore(client, epoch, MongoOptions.defaults())
                .open(new LogDefinition("wallet", "wallet", LogDefinition.DEFAULT_PARTITIONS));
        writer = AggregateWriter.start(
                WalletAggregate.TYPE, log, PayloadFormat.CBOR, WriterSettings.DEFAULT, (partition, commit) -> {});
    }

    @Override
    public void send(BenchCommand command, IntConsumer answered) {
        var options = new CommandOptions(command.id(), TIMEOUT, Map.of());
        var _ = writer.submit(command.command(), command.command().walletId().value(), options)
                .whenComplete((answer, fault) -> answered.accept(status(answer)));
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
        writer.close();
        client.close();
    }
}
