package dev.foldline.jackpot.domain;

import static dev.foldline.functions.Decision.accept;
import static dev.foldline.functions.Decision.nothing;
import static dev.foldline.functions.Decision.reject;

import dev.foldline.functions.Decider;
import dev.foldline.functions.Decision;
import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.DrawJackpot;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.OpenJackpot;
import dev.foldline.jackpot.ReturnPrize;
import dev.foldline.jackpot.domain.JackpotRejection.CurrencyMismatch;
import dev.foldline.jackpot.domain.JackpotRejection.DrawAlreadyMade;
import dev.foldline.jackpot.domain.JackpotRejection.DrawUnknown;
import dev.foldline.jackpot.domain.JackpotRejection.JackpotAlreadyOpen;
import dev.foldline.jackpot.domain.JackpotRejection.JackpotNotOpen;
import dev.foldline.jackpot.domain.JackpotRejection.PotEmpty;
import dev.foldline.jackpot.domain.JackpotRejection.PotLimitExceeded;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may happen to a jackpot. It does not remember whose stakes it had a part of: a contribution is told from its
 * retry by the command id, which the log knows, and by nothing else.
 */
public final class JackpotDecider implements Decider<JackpotCommand, Jackpot, JackpotEvent> {

    @Override
    public Jackpot initial() {
        return new Jackpot.Unopened();
    }

    @Override
    public Decision<JackpotEvent> decide(JackpotCommand command, Jackpot jackpot) {
        return switch (jackpot) {
            case Jackpot.Unopened ignored -> decideUnopened(command);
            case Jackpot.Open open -> decideOpen(command, open);
        };
    }

    private static Decision<JackpotEvent> decideUnopened(JackpotCommand command) {
        return switch (command) {
            case OpenJackpot c -> accept(new JackpotOpened(c.currency(), c.rateBasisPoints(), c.seedMinor()));
            case Contribute ignored -> reject(new JackpotNotOpen());
            case DrawJackpot ignored -> reject(new JackpotNotOpen());
            case ReturnPrize ignored -> reject(new JackpotNotOpen());
        };
    }

    private static Decision<JackpotEvent> decideOpen(JackpotCommand command, Jackpot.Open jackpot) {
        return switch (command) {
            case OpenJackpot ignored -> reject(new JackpotAlreadyOpen());
            case Contribute c
            when !jackpot.currency().equals(c.currency()) -> reject(new CurrencyMismatch(jackpot.currency()));
            case Contribute c -> decideContribution(c, jackpot);
            case DrawJackpot c when jackpot.draws().isKnown(c.drawId()) -> reject(new DrawAlreadyMade());
            case DrawJackpot ignored when jackpot.pot().minor() == 0 -> reject(new PotEmpty());
            case DrawJackpot c -> accept(drawn(c, jackpot));
            case ReturnPrize c -> decideReturn(c, jackpot);
        };
    }

    private static Decision<JackpotEvent> decideContribution(Contribute command, Jackpot.Open jackpot) {
        ExactAmount share = jackpot.share(command.stakeMinor());
        return jackpot.pot().hasRoomFor(share)
                ? accept(new ContributionReceived(command.walletId(), command.roundId(), share))
                : reject(new PotLimitExceeded());
    }

    private static JackpotDrawn drawn(DrawJackpot command, Jackpot.Open jackpot) {
        var prize = new Amount(jackpot.pot().minor());
        return new JackpotDrawn(
                command.drawId(), command.playerId(), command.walletId(), prize, jackpot.currency(), jackpot.seed());
    }

    private static Decision<JackpotEvent> decideReturn(ReturnPrize command, Jackpot.Open jackpot) {
        Draws.Draw draw = jackpot.draws().find(command.drawId());
        if (draw == null) {
            return reject(new DrawUnknown());
        }
        if (draw.returned()) {
            return nothing();
        }
        return jackpot.pot().hasRoomFor(ExactAmount.of(draw.prize().minor()))
                ? accept(new PrizeReturned(command.drawId(), draw.prize()))
                : reject(new PotLimitExceeded());
    }

    @Override
    public Jackpot evolve(Jackpot jackpot, JackpotEvent event) {
        try {
            return switch (jackpot) {
                case Jackpot.Unopened ignored
                when event instanceof JackpotOpened e ->
                    Jackpot.Open.seeded(e.currency(), e.rateBasisPoints(), e.seedMinor());
                case Jackpot.Unopened ignored -> throw misplaced(event, null);
                case Jackpot.Open open -> evolveOpen(open, event);
            };
        } catch (ArithmeticException e) { // more than can be counted
            throw misplaced(event, e);
        }
    }

    private static Jackpot evolveOpen(Jackpot.Open jackpot, JackpotEvent event) {
        return switch (event) {
            case JackpotOpened ignored -> throw misplaced(event, null);
            case ContributionReceived e -> jackpot.contribute(e.share());
            case JackpotDrawn e -> jackpot.draw(e.draw(), e.prize(), e.seed());
            case PrizeReturned e -> jackpot.giveBack(e.draw(), e.prize());
        };
    }

    private static IllegalStateException misplaced(JackpotEvent event, @Nullable Exception cause) {
        return new IllegalStateException(
                "a jackpot's history has a misplaced "
                        + JackpotEvents.TABLE.nameOf(event).alias(),
                cause);
    }
}
