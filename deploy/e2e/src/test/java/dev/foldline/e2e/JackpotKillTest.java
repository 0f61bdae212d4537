package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of whoever stands between a bet and the pot. */
@ExtendWith(Platform.Extension.class)
class JackpotKillTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PLAYERS = 4;
    private static final int BETS_BEFORE_A_KILL = 40;
    private static final long STAKE = 333;
    private static final List<String> VICTIMS = List.of(
            "wallet/wallet-publisher", "jackpot/contribute-on-bet", "jackpot/contribute", "projections/jackpot-board");

    private final AtomicLong placed = new AtomicLong();
    private final Pace pace = new Pace();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void every_bet_contributes_exactly_once(Platform platform) {
        var jackpot = new JackpotClient(platform.wallets(), "NOK");
        jackpot.open(0);
        await().atMost(PATIENCE).until(() -> !jackpot.board().isMissingNode());
        long pot = jackpot.pot();
        long version = jackpot.board().path("version").asLong();
        List<CompletableFuture<Void>> players = IntStream.range(0, PLAYERS)
                .mapToObj(number -> CompletableFuture.runAsync(() -> play(jackpot), Thread.ofVirtual()::start))
                .toList();
        for (String victim : VICTIMS) {
            awaitMore(players);
            pace.killAndRestart(platform.apps().of(victim).getFirst());
        }
        stop.set(true);
        players.forEach(CompletableFuture::join);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jackpot.pot())
                .isEqualTo(pot + placed.get() * STAKE * JackpotClient.UNIT / 100));
        assertThat(jackpot.board().path("version").asLong()).isEqualTo(version + placed.get());
    }

    private void awaitMore(List<CompletableFuture<Void>> players) {
        long enough = placed.get() + BETS_BEFORE_A_KILL;
        Acknowledgement.awaitEnough(() -> placed.get() >= enough, players);
    }

    private void play(JackpotClient jackpot) {
        String wallet = "w-" + UUID.randomUUID();
        jackpot.openWallet(wallet, "p-1", 1_000_000_000);
        for (int round = 0; !stop.get(); round++) {
            String bet = "r-" + round;
            UUID key = UUID.randomUUID();
            Acknowledgement.of(() -> jackpot.placeBet(wallet, bet, STAKE, key), pace.pause());
            placed.incrementAndGet();
        }
    }
}
