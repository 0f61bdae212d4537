package dev.foldline.wallet.playerwallets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.player.FindPlayerOverview;
import dev.foldline.player.OwnedWallet;
import dev.foldline.player.PlayerId;
import dev.foldline.player.PlayerOverview;
import dev.foldline.projections.tck.PostgresForProjections;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered from the rows, without the projection and without the other responders. */
@QuarkusTest
@QuarkusTestResource(PostgresForProjections.class)
class PlayerWalletsFunctionTest {

    @Inject
    PlayerWalletsFunction function;

    @Inject
    Pool pool;

    @BeforeEach
    void rows() throws IOException {
        run(schema());
        run("TRUNCATE player_wallet");
        run("""
                INSERT INTO player_wallet VALUES
                ('w-2', 'p-1', 'USD', 0, 1), ('w-1', 'p-1', 'EUR', 750, 3), ('w-3', 'p-2', 'EUR', 1, 2)""");
    }

    @Test
    void answers_with_the_players_wallets_in_the_order_of_their_ids() {
        assertThat(overview("p-1"))
                .hasValue(PlayerOverview.ofWallets(
                        List.of(new OwnedWallet("w-1", "EUR", 750), new OwnedWallet("w-2", "USD", 0))));
    }

    @Test
    void finds_nothing_of_a_player_without_a_wallet() {
        assertThat(overview("p-3")).isEmpty();
    }

    @Test
    void answers_with_a_hundred_wallets_at_most() {
        run("INSERT INTO player_wallet SELECT 'many-' || n, 'many', 'EUR', 0, 1 FROM generate_series(1, 101) n");
        assertThat(overview("many").orElseThrow().wallets()).hasSize(PlayerOverview.MOST);
    }

    private Optional<PlayerOverview> overview(String player) {
        var found = new CompletableFuture<Optional<PlayerOverview>>();
        VertxContextSupport.subscribe(
                () -> Uni.createFrom()
                        .completionStage(() -> function.answer(new FindPlayerOverview(new PlayerId(player))))
                        .toMulti(),
                subscription -> subscription.with(found::complete, found::completeExceptionally));
        return found.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void run(String statements) {
        pool.query(statements).execute().await().atMost(Duration.ofSeconds(10));
    }

    private static String schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/foldline/schema/player-wallets.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
