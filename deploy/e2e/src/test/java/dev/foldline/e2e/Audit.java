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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Holds what players were told against the log, and the projection against both. */
final class Audit {

    private static final int PAGE = 500;
    private static final Duration CATCHING_UP = Duration.ofSeconds(60);

    private final List<Player> players;
    private final List<Commit> commits;

    private Audit(List<Player> players, List<Commit> commits) {
        this.players = players;
        this.commits = commits;
    }

    /** What was acknowledged is in the log once, and every balance is the fold of its events. */
    static void check(Platform platform, List<Player> players) {
        try (MongoClient client = MongoClients.create(platform.url(Platform.Server.MONGODB))) {
            EventLog log = new MongoEventStore(client, new ConnectionEpoch(), MongoOptions.defaults())
                    .open(new LogDefinition("wallet", "wallet", LogDefinition.DEFAULT_PARTITIONS));
            var audit = new Audit(players, wholeLog(log));
            audit.assertOnceEach();
            audit.assertBalances(platform.wallets());
        }
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

    private void assertOnceEach() {
        Map<UUID, Commit> byCommand = new HashMap<>();
        for (Commit commit : commits) {
            assertThat(byCommand.put(commit.commandId(), commit))
                    .as("a second commit of one command")
                    .isNull();
        }
        for (Player player : players) {
            player.acknowledged().forEach((id, version) -> assertThat(
                            Optional.ofNullable(byCommand.get(id)).map(Commit::nextVersion))
                    .as("the version after command %s", id)
                    .hasValue(version));
        }
    }

    private void assertBalances(WalletClient wallets) {
        Map<String, Wallet> folded = fold();
        for (Player player : players) {
            Answer balance = await().atMost(CATCHING_UP)
                    .pollDelay(Duration.ZERO)
                    .until(
                            () -> wallets.balance(player.wallet(), player.lastToken()),
                            answer -> answer.status() == 200);
            assertThat(balance.number("version")).isEqualTo(player.version());
            assertThat(balance.number("balanceMinor")).isEqualTo(player.balance());
            assertThat(folded.get(player.wallet())).isInstanceOfSatisfying(Wallet.Open.class, open -> assertThat(
                            open.available().minor())
                    .isEqualTo(player.balance()));
        }
    }

    private Map<String, Wallet> fold() {
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
        return folded;
    }
}
