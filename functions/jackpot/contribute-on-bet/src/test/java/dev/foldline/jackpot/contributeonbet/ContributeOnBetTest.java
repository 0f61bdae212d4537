package dev.foldline.jackpot.contributeonbet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.Ordering;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.WalletPublished;
import dev.foldline.wallet.WalletPublished.BetPlaced;
import dev.foldline.wallet.WalletPublished.WalletOpened;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContributeOnBetTest {

    private static final WalletId WALLET = new WalletId("w~1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final BetPlaced BET = new BetPlaced(WALLET, new RoundId("r/1"), new Amount(250), EUR);
    private static final Contribute CONTRIBUTE = new Contribute(
            new JackpotId("main-EUR"),
            new dev.foldline.jackpot.WalletId("w~1"),
            new dev.foldline.jackpot.RoundId("r/1"),
            new dev.foldline.jackpot.Amount(250),
            new dev.foldline.jackpot.CurrencyCode("EUR"));

    private final ContributeOnBet policy = new ContributeOnBet();

    @Test
    void a_bet_contributes_to_the_main_jackpot_of_its_currency() {
        assertThat(policy.react(event(BET))).containsExactly(Reaction.send(CONTRIBUTE));
    }

    @Test
    void a_new_wallet_contributes_nothing() {
        assertThat(policy.react(event(new WalletOpened(WALLET, new PlayerId("p-1"), EUR))))
                .isEmpty();
    }

    @Test
    void a_jackpot_that_is_not_open_gets_nothing() {
        var notOpen = new CommandAnswer.Rejected("jackpot-not-open", "the jackpot is not open");
        assertThat(policy.refused(event(BET), CONTRIBUTE, notOpen)).isEmpty();
    }

    @Test
    void follows_what_wallets_publish_from_the_start_in_any_order() {
        assertThat(policy.source()).isSameAs(WalletPublished.STREAM);
        assertThat(policy.context() + "/" + policy.name()).isEqualTo("jackpot/contribute-on-bet");
        assertThat(policy.ordering()).isEqualTo(Ordering.NONE);
        assertThat(policy.fromStart()).isTrue();
    }

    private static RecordedEvent<WalletPublished> event(WalletPublished event) {
        return new RecordedEvent<>(
                new Aggregate("published-wallet", "w~1"), 1, 1, UUID.randomUUID(), Instant.EPOCH, Map.of(), event);
    }
}
