package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.e2e.Platform.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A balance as it is, and each time that it changes. */
@Tag("one-topology")
@ExtendWith(Platform.Extension.class)
class SubscriptionTest {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final String wallet = "w-" + UUID.randomUUID();
    private WalletClient wallets;

    @BeforeEach
    void connect(Platform platform) {
        wallets = platform.wallets();
    }

    @Test
    void a_wallet_is_watched_from_before_it_is_there() {
        try (var stream = wallets.watchBalance(wallet, "")) {
            await().until(() -> stream.balances().equals(List.of(-1L)));
            wallets.open(wallet, "EUR");
            await().until(() -> stream.balances().equals(List.of(-1L, 0L)));
            wallets.deposit(wallet, 1_000);
            wallets.placeBet(wallet, "r-1", 250);
            await().until(() -> stream.balances().getLast() == 750);
            assertThat(stream.balances()).startsWith(-1L, 0L).isSubsetOf(-1L, 0L, 1_000L, 750L);
        }
    }

    @Test
    void a_subscription_that_is_resumed_misses_nothing() {
        wallets.open(wallet, "EUR");
        String token = wallets.deposit(wallet, 5).text("token");
        String last;
        try (var stream = wallets.watchBalance(wallet, token)) {
            await().until(() -> stream.balances().equals(List.of(5L)));
            last = stream.lastId();
        }
        wallets.deposit(wallet, 5);
        try (var stream = wallets.watchBalance(wallet, last)) {
            await().until(() -> stream.balances().getLast() == 10);
        }
    }

    @Test
    void everybody_who_watches_while_money_moves_sees_how_it_ends() {
        wallets.open(wallet, "EUR");
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 1; i <= 60; i++) {
                wallets.deposit(wallet, 1);
                if (i % 3 == 0) {
                    streams.add(wallets.watchBalance(wallet, ""));
                }
            }
            await().atMost(RECOVERY)
                    .until(() -> streams.stream().allMatch(one -> one.balances().getLast() == 60));
            assertThat(streams)
                    .allSatisfy(one -> assertThat(one.balances()).isSorted().doesNotHaveDuplicates());
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void a_projection_database_that_restarts_is_survived(Platform platform) {
        wallets.open(wallet, "EUR");
        try (var stream = wallets.watchBalance(wallet, "")) {
            platform.whileAway(() -> wallets.deposit(wallet, 5), Server.POSTGRES);
            await().atMost(RECOVERY).until(() -> stream.balances().getLast() == 5);
            assertThat(stream.hasEnded()).isFalse();
        }
        platform.apps().awaitReady();
    }

    @Test
    void an_application_that_is_killed_ends_its_streams_and_none_that_a_gateway_relays(Platform platform) {
        wallets.open(wallet, "EUR");
        try (var stream = wallets.watchBalance(wallet, "")) {
            await().until(() -> !stream.balances().isEmpty());
            List<AppProcess> queries = platform.apps().of("wallet/wallet-balance");
            queries.forEach(AppProcess::kill);
            queries.forEach(AppProcess::restart);
            assertThat(wallets.deposit(wallet, 5).status()).isEqualTo(200);
            if (Platform.topology().isOverAmqp()) {
                await().atMost(RECOVERY).until(() -> stream.balances().getLast() == 5);
            } else {
                await().atMost(RECOVERY).until(stream::hasEnded);
            }
        }
    }
}
