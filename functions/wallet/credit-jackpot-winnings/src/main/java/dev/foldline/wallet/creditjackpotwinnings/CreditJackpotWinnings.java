package dev.foldline.wallet.creditjackpotwinnings;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.jackpot.JackpotPublished;
import dev.foldline.jackpot.JackpotPublished.JackpotWon;
import dev.foldline.jackpot.ReturnPrize;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CreditWinnings;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.WalletId;
import java.util.List;

/**
 * Whenever a jackpot is won, the prize is paid into the winner's wallet; once, since the payout is named after the draw. A
 * prize in a currency that the wallet does not hold goes back into the pot.
 *
 * <p>Only that refusal is for ever, as a wallet's currency never changes. Any other may be an acceptance when the payout is
 * sent again, after a crash or by a second instance, and the prize would be both paid and returned: so it stays owed, which is
 * counted and logged, until people pay it under its payout id or return it.
 */
public final class CreditJackpotWinnings implements Policy<JackpotPublished> {

    private static final String FOR_EVER = "currency-mismatch";

    @Override
    public String context() {
        return "wallet";
    }

    @Override
    public String name() {
        return "credit-jackpot-winnings";
    }

    @Override
    public EventSource<JackpotPublished> source() {
        return JackpotPublished.STREAM;
    }

    @Override
    public List<Reaction> react(RecordedEvent<JackpotPublished> event) {
        return switch (event.event()) {
            case JackpotWon won -> List.of(Reaction.send(payout(won)));
        };
    }

    @Override
    public List<Reaction> refused(
            RecordedEvent<JackpotPublished> event, Object command, CommandAnswer.Rejected reason) {
        return switch (event.event()) {
            case JackpotWon won
            when command instanceof CreditWinnings && reason.code().equals(FOR_EVER) ->
                List.of(Reaction.send(new ReturnPrize(won.jackpotId(), won.drawId())));
            case JackpotWon ignored -> List.of();
        };
    }

    private static CreditWinnings payout(JackpotWon won) {
        return new CreditWinnings(
                new WalletId(won.walletId().value()),
                new PayoutId("jackpot/" + won.jackpotId() + "/" + won.drawId()),
                new Amount(won.prizeMinor().minor()),
                new CurrencyCode(won.currency().value()));
    }
}
