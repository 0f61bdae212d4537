package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bets, the jackpot that they feed, and wallets that it pays into: two contexts that see each other's contract only. */
@ExtendWith(Platform.Extension.class)
class JackpotOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 1_000;
    private static final List<Long> STAKES = List.of(250L, 1L, 99L, 100L, 12_345L, 1L, 7L);

    private final String player = "p-" + UUID.randomUUID();
    private final String wallet = "w-" + UUID.randomUUID();
    private final String draw = "d-" + UUID.randomUUID();
    private String token = "";
    private WalletClient wallets;
    private JackpotClient jackpot;

    @BeforeEach
    void open_wallet_and_jackpot(Platform platform) {
        wallets = platform.wallets();
        jackpot = new JackpotClient(wallets, "SEK");
        token = jackpot.openWallet(wallet, player, 1_000_000).text("token");
        assertThat(jackpot.open(SEED).text("code")).isIn("", "jackpot-already-open");
        await().atMost(PATIENCE).until(() -> !jackpot.board().isMissingNode());
    }

    @Test
    void bets_raise_the_pot_by_exactly_one_per_cent() {
        long before = jackpot.pot();
        long version = jackpot.board().path("version").asLong();
        for (int i = 0; i < STAKES.size(); i++) {
            assertThat(jackpot.placeBet(wallet, "r-" + i, STAKES.get(i)).status())
                    .isEqualTo(200);
        }
        long onePerCent = STAKES.stream().mapToLong(Long::longValue).sum() * JackpotClient.UNIT / 100;
        awaitPot(before + onePerCent);
        assertThat(jackpot.board().path("version").asLong()).isEqualTo(version + STAKES.size());
    }

    @Test
    void a_bet_that_is_sent_again_contributes_once() {
        long before = jackpot.pot();
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assertThat(jackpot.placeBet(wallet, "r-1", 300, key).status()).isEqualTo(200);
        }
        jackpot.placeBet(wallet, "r-2", 1);
        awaitPot(before + 301 * JackpotClient.UNIT / 100);
    }

    @Test
    void a_draw_pays_the_whole_minor_units_of_the_pot_into_the_winners_wallet_once() {
        long pot = jackpot.pot();
        UUID key = UUID.randomUUID();
        Answer drawn = jackpot.draw(draw, player, wallet, key);
        assertThat(drawn.status()).isEqualTo(200);
        long prize = pot / JackpotClient.UNIT;
        awaitBalance(1_000_000 + prize);
        assertThat(jackpot.draw(draw, player, wallet, key).raw().body())
                .isEqualTo(drawn.raw().body());
        assertThat(jackpot.draw(draw, player, wallet).text("code")).isEqualTo("draw-already-made");
        Answer later = wallets.command("deposit", """
                {"walletId":"%s","amountMinor":1,"currency":"SEK"}""".formatted(wallet));
        assertThat(later.number("version"))
                .as("opened, deposit, winnings, deposit")
                .isEqualTo(4);
        awaitPot(pot % JackpotClient.UNIT + SEED * JackpotClient.UNIT);
        JsonNode last = jackpot.board().path("lastWin");
        assertThat(last.path("playerId").asText()).isEqualTo(player);
        assertThat(last.path("prizeMinor").asLong()).isEqualTo(prize);
    }

    @Test
    void a_prize_that_can_never_be_paid_goes_back_into_the_pot() {
        String other = "w-" + UUID.randomUUID();
        assertThat(wallets.open(other, "EUR").status()).isEqualTo(200);
        long pot = jackpot.pot();
        assertThat(jackpot.draw(draw, player, other).status()).isEqualTo(200);
        awaitPot(pot + SEED * JackpotClient.UNIT);
        assertThat(jackpot.returnPrize(draw).status()).as("it is back already").isEqualTo(200);
        assertThat(jackpot.board().path("lastWin").isNull()).isTrue();
        assertThat(jackpot.pot()).isEqualTo(pot + SEED * JackpotClient.UNIT);
    }

    private void awaitPot(long expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jackpot.pot()).isEqualTo(expected));
    }

    private void awaitBalance(long expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(wallets.balance(wallet, token).number("balanceMinor"))
                        .isEqualTo(expected));
    }
}
