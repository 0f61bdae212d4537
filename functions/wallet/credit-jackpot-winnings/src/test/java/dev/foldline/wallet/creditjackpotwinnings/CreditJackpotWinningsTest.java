package dev.foldline.wallet.creditjackpotwinnings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.JackpotPublished;
import dev.foldline.jackpot.JackpotPublished.JackpotWon;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.ReturnPrize;
import dev.foldline.jackpot.WalletId;
import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.PayoutId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditJackpotWinningsTest {

    private static final JackpotId JACKPOT = new JackpotId("main-EUR");
    private static final DrawId DRAW = new DrawId("d-1");
    private static final RecordedEvent<JackpotPublished> WON = event(JACKPOT, DRAW);
    private static final CreditWinnings CREDIT = new CreditWinnings(
            new dev.foldline.wallet.WalletId("w-1"),
            new PayoutId("jackpot/main-EUR/d-1"),
            new dev.foldline.wallet.Amount(250),
            new dev.foldline.wallet.CurrencyCode("EUR"));
    private static final CommandAnswer.Rejected MISMATCH =
            new CommandAnswer.Rejected("currency-mismatch", "the wallet holds another currency");
    private static final CommandAnswer.Rejected NOT_OPEN =
            new CommandAnswer.Rejected("wallet-not-open", "the wallet is not open");

    private final CreditJackpotWinnings policy = new CreditJackpotWinnings();

    @Test
    void a_prize_goes_into_the_winners_wallet_under_the_name_of_its_draw() {
        assertThat(policy.react(WON)).containsExactly(Reaction.send(CREDIT));
    }

    @Test
    void a_prize_that_the_wallet_can_never_hold_goes_back_into_the_pot() {
        assertThat(policy.refused(WON, CREDIT, MISMATCH))
                .containsExactly(Reaction.send(new ReturnPrize(JACKPOT, DRAW)));
    }

    @Test
    void a_prize_that_the_wallet_may_take_another_time_stays_owed() {
        assertThat(policy.refused(WON, CREDIT, NOT_OPEN)).isEmpty();
    }

    @Test
    void a_prize_that_the_pot_refuses_goes_nowhere() {
        assertThat(policy.refused(WON, new ReturnPrize(JACKPOT, DRAW), MISMATCH))
                .isEmpty();
    }

    @Test
    void the_longest_names_of_jackpot_and_draw_name_a_payout() {
        assertThat(policy.react(event(new JackpotId("j".repeat(64)), new DrawId("d".repeat(64)))))
                .hasSize(1);
    }

    @Test
    void follows_what_jackpots_publish_from_the_start() {
        assertThat(policy.source()).isSameAs(JackpotPublished.STREAM);
        assertThat(policy.context() + "/" + policy.name()).isEqualTo("wallet/credit-jackpot-winnings");
        assertThat(policy.fromStart()).isTrue();
    }

    private static RecordedEvent<JackpotPublished> event(JackpotId jackpot, DrawId draw) {
        var won = new JackpotWon(
                jackpot, draw, new PlayerId("p-1"), new WalletId("w-1"), new Amount(250), new CurrencyCode("EUR"));
        return new RecordedEvent<>(
                new Aggregate("published-jackpot", jackpot.value()),
                1,
                1,
                UUID.randomUUID(),
                Instant.EPOCH,
                Map.of(),
                won);
    }
}
