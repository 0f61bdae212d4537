package dev.foldline.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.functions.runtime.amqp.OwnerMessaging;
import dev.foldline.functions.runtime.own.AppendRequest;
import dev.foldline.functions.runtime.own.LogOwner;
import dev.foldline.functions.runtime.own.RemoteOwner;
import dev.foldline.wallet.domain.WalletAggregate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** A process that owns the wallets' partitions, as the {@code log} function does; ends with its parent. */
final class LogOwnerProcess implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration ATTEMPT = Duration.ofMillis(200);

    private final Process process;

    private LogOwnerProcess(Process process) {
        this.process = process;
    }

    static LogOwnerProcess start(LogPlace place, Path log) throws IOException {
        return new LogOwnerProcess(
                new ProcessBuilder(JavaProcess.main("-Xmx256m", LogOwnerProcess.class, place.arguments()))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start());
    }

    /** Waits until the owner answers. */
    static void await(LogPlace place, OwnerMessaging owners) {
        var epoch = new ConnectionEpoch();
        try (MongoClient client = client(place, epoch)) {
            EventLog log = log(place, client, epoch);
            var owner = new RemoteOwner(place.context(), log.descriptor(), owners.link());
            var nothing = new AppendRequest(log.descriptor().id(), 0, 0, List.of());
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!answers(owner, nothing)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the owner of the partitions does not answer");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static boolean answers(RemoteOwner owner, AppendRequest request) {
        try {
            owner.append(request, ATTEMPT).toCompletableFuture().join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private static MongoClient client(LogPlace place, ConnectionEpoch epoch) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(place.mongodbUrl()))
                .retryWrites(true);
        return MongoClients.create(epoch.watch(settings).build());
    }

    private static EventLog log(LogPlace place, MongoClient client, ConnectionEpoch epoch) {
        return new MongoEventStore(client, epoch, place.options())
                .open(new LogDefinition(
                        WalletAggregate.TYPE.context(), WalletAggregate.TYPE.name(), LogDefinition.DEFAULT_PARTITIONS));
    }

    /** Owns until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LibraryLogs.warningsOnly();
        LogPlace place = LogPlace.of(arguments);
        var epoch = new ConnectionEpoch();
        try (MongoClient client = client(place, epoch);
                LogOwner owner = LogOwner.start(log(place, client, epoch));
                var messaging = OwnerMessaging.connect(place.amqpUrl().orElseThrow())) {
            messaging.requests().answer(place.context(), WalletAggregate.TYPE.name(), owner);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() {
        JavaProcess.end(process);
    }
}
