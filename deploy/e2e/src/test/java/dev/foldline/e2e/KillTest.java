package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletDecider;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletEvents;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of the application under load. */
@ExtendWith(Platform.Extension.class)
class KillTest {

    private static final int CALLERS = 8;
    private static final int KILLS = 3;
    private static final int COMMITS_BEFORE_A_KILL = 60;
    private static final int PAGE = 500;

    @Test
    void what_was_acknowledged_is_in_the_log_once_and_every_balance_is_the_fold_of_its_events(Platform platform)
            throws Exception {
        List<Caller> callers = IntStream.range(0, CALLERS)
                .mapToObj(number -> new Caller(platform.wallets()))
                .toList();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> threads = callers.stream()
                .map(caller -> Thread.ofVirtual().start(() -> caller.run(stop)))
                .toList();
        for (int kill = 0; kill < KILLS; kill++) {
            long seen = acknowledged(callers);
            await().forever().until(() -> acknowledged(callers) >= seen + COMMITS_BEFORE_A_KILL);
            platform.app().kill();
            platform.app().restart();
        }
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        try (MongoClient client = MongoClients.create(platform.url(Platform.Server.MONGODB))) {
            EventLog log = new MongoEventStore(client, new ConnectionEpoch(), MongoOptions.defaults())
                    .open(new LogDefinition("wallet", "wallet", LogDefinition.DEFAULT_PARTITIONS));
            List<Commit> commits = wholeLog(log);
            assertOnceEach(callers, commits);
            assertBalances(platform.wallets(), callers, commits);
        }
    }

    private static long acknowledged(List<Caller> callers) {
        return callers.stream().mapToLong(caller -> caller.acknowledged.size()).sum();
    }

    /** Reading checks that positions are dense. */
    private static List<Commit> wholeLog(EventLog log) {
        var all = new ArrayList<Commit>();
        for (int partition = 0; partition < log.descriptor().partitions(); partition++) {
            List<Commit> page;
            long after = 0;
            do {
                page = log.read(partition, after, PAGE);
                all.addAll(page);
                after += page.size();
            } while (page.size() == PAGE);
            assertThat(log.head(partition)).isEqualTo(after);
        }
        return all;
    }

    private static void assertOnceEach(List<Caller> callers, List<Commit> commits) {
        Map<UUID, Commit> byCommand = new HashMap<>();
        for (Commit commit : commits) {
            assertThat(byCommand.put(commit.commandId(), commit))
                    .as("a second commit of one command")
                    .isNull();
        }
        for (Caller caller : callers) {
            caller.acknowledged.forEach((id, version) -> assertThat(
                            Optional.ofNullable(byCommand.get(id)).map(Commit::nextVersion))
                    .as("the version after command %s", id)
                    .hasValue(version));
        }
    }

    private static void assertBalances(WalletClient wallets, List<Caller> callers, List<Commit> commits) {
        var decider = new WalletDecider();
        var codec = new EventCodec<>(WalletEvents.TABLE, PayloadFormat.CBOR);
        Map<String, Wallet> folded = new HashMap<>();
        for (Commit commit : commits) {
            Wallet wallet = folded.getOrDefault(commit.aggregateId(), decider.initial());
            for (WalletEvent event : commit.events().stream().map(codec::decode).toList()) {
                wallet = decider.evolve(wallet, event);
            }
            folded.put(commit.aggregateId(), wallet);
        }
        for (Caller caller : callers) {
            Answer balance = wallets.balance(caller.wallet, caller.lastToken);
            assertThat(balance.number("version")).isEqualTo(caller.version);
            assertThat(balance.number("balanceMinor")).isEqualTo(caller.balance);
            assertThat(folded.get(caller.wallet)).isInstanceOfSatisfying(Wallet.Open.class, open -> assertThat(
                            open.available().minor())
                    .isEqualTo(caller.balance));
        }
    }

    /** One player: sends each command until it is acknowledged, always with the same key. */
    private static final class Caller {

        private final WalletClient wallets;
        private final String wallet = "w-" + UUID.randomUUID();
        private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        private long balance;
        private long version;
        private String lastToken = "";

        Caller(WalletClient wallets) {
            this.wallets = wallets;
        }

        void run(AtomicBoolean stop) {
            String open = "{\"walletId\":\"" + wallet + "\",\"playerId\":\"p\",\"currency\":\"EUR\"}";
            sendUntilAcknowledged("open-wallet", open);
            for (long round = 0; !stop.get(); round++) {
                sendUntilAcknowledged("deposit", WalletClient.amount(wallet, 10));
                sendUntilAcknowledged("place-bet", WalletClient.bet(wallet, "r-" + round, 3));
                balance += 7;
            }
        }

        private void sendUntilAcknowledged(String command, String body) {
            UUID key = UUID.randomUUID();
            Answer answer = await().forever()
                    .pollInSameThread()
                    .ignoreExceptionsMatching(Caller::isConnectionLoss)
                    .until(() -> wallets.command(command, body, key.toString()), Caller::isAcknowledged);
            acknowledged.put(key, answer.number("version"));
            version = answer.number("version");
            lastToken = answer.text("token");
        }

        private static boolean isConnectionLoss(Throwable thrown) {
            return thrown instanceof UncheckedIOException;
        }

        private static boolean isAcknowledged(Answer answer) {
            assertThat(answer.status()).as(answer.raw().body()).isIn(200, 503, 504);
            return answer.status() == 200;
        }
    }
}
