package dev.foldline.jackpot.playerprizes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.player.FindPlayerOverview;
import dev.foldline.player.PlayerId;
import dev.foldline.player.PlayerOverview;
import dev.foldline.player.WonPrize;
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
class PlayerPrizesFunctionTest {

    @Inject
    PlayerPrizesFunction function;

    @Inject
    Pool pool;

    @BeforeEach
    void rows() throws IOException {
        run(schema());
        run("TRUNCATE player_prize");
        run("""
                INSERT INTO player_prize VALUES
                ('main-EUR d-1', 'p-1', 'main-EUR', 'd-1', 250, 'EUR', '2026-01-01T00:00:00Z', false),
                ('main-EUR d-2', 'p-1', 'main-EUR', 'd-2', 300, 'EUR', '2026-01-02T00:00:00Z', true),
                ('main-USD d-3', 'p-1', 'main-USD', 'd-3', 400, 'USD', '2026-01-03T00:00:00Z', false),
                ('main-EUR d-4', 'p-2', 'main-EUR', 'd-4', 500, 'EUR', '2026-01-04T00:00:00Z', false),
                ('main-EUR d-5', 'p-3', 'main-EUR', 'd-5', 600, 'EUR', '2026-01-05T00:00:00Z', true)""");
    }

    @Test
    void answers_with_what_the_player_has_won_and_kept_latest_first() {
        assertThat(overview("p-1"))
                .hasValue(PlayerOverview.ofPrizes(List.of(
                        new WonPrize("main-USD", "d-3", 400, "USD"), new WonPrize("main-EUR", "d-1", 250, "EUR"))));
    }

    @Test
    void finds_nothing_of_a_player_who_has_won_nothing_or_whose_prize_was_returned() {
        assertThat(overview("p-4")).isEmpty();
        assertThat(overview("p-3")).isEmpty();
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
                .getResourceAsStream("META-INF/foldline/schema/player-prizes.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
