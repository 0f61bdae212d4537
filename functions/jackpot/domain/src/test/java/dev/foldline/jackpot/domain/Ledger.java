package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.DrawJackpot;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.OpenJackpot;
import dev.foldline.jackpot.ReturnPrize;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The same jackpot told anew, slowly and plainly: every figure is a sum over its whole history, in 1/10,000 of a minor unit. */
record Ledger(List<JackpotEvent> history) {

    static final String ACCEPTED = "accepted";

    /** All that can be expected. */
    static final List<String> OUTCOMES = List.of(
            ACCEPTED,
            "jackpot-already-open",
            "jackpot-not-open",
            "currency-mismatch",
            "pot-limit-exceeded",
            "pot-empty",
            "draw-already-made",
            "draw-unknown");

    private static final BigInteger UNIT = BigInteger.valueOf(BasisPoints.WHOLE);
    private static final BigInteger BEYOND = BigInteger.TWO.pow(63).multiply(UNIT);

    /** The code of the reason that the command is refused for, or {@link #ACCEPTED}. */
    String expected(JackpotCommand command) {
        if (history.isEmpty()) {
            return command instanceof OpenJackpot ? ACCEPTED : "jackpot-not-open";
        }
        return switch (command) {
            case OpenJackpot ignored -> "jackpot-already-open";
            case Contribute c when !c.currency().equals(opening().currency()) -> "currency-mismatch";
            case Contribute c -> fits(share(c));
            case DrawJackpot c when find(c.drawId()).isPresent() -> "draw-already-made";
            case DrawJackpot ignored -> pot().compareTo(UNIT) < 0 ? "pot-empty" : ACCEPTED;
            case ReturnPrize c -> expected(c);
        };
    }

    private String expected(ReturnPrize command) {
        boolean isBack = history.stream()
                .anyMatch(event -> event instanceof PrizeReturned e && e.draw().equals(command.drawId()));
        return find(command.drawId())
                .map(drawn -> isBack ? ACCEPTED : fits(whole(drawn.prize().minor())))
                .orElse("draw-unknown");
    }

    private String fits(BigInteger more) {
        return pot().add(more).compareTo(BEYOND) < 0 ? ACCEPTED : "pot-limit-exceeded";
    }

    /** Seeds + contributions − prizes + prizes returned. */
    BigInteger pot() {
        return history.stream().map(Ledger::change).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What the stake comes to at the rate of the opening. */
    BigInteger share(Contribute command) {
        return BigInteger.valueOf(command.stakeMinor().minor())
                .multiply(BigInteger.valueOf(opening().rateBasisPoints().value()));
    }

    private JackpotOpened opening() {
        return (JackpotOpened) history.getFirst();
    }

    private Optional<JackpotDrawn> find(DrawId id) {
        return history.stream()
                .filter(event ->
                        event instanceof JackpotDrawn drawn && drawn.draw().equals(id))
                .map(JackpotDrawn.class::cast)
                .findAny();
    }

    private static BigInteger change(JackpotEvent event) {
        return switch (event) {
            case JackpotOpened e -> whole(e.seedMinor().minor());
            case ContributionReceived e -> exact(e.share());
            case JackpotDrawn e ->
                whole(e.seed().minor()).subtract(whole(e.prize().minor()));
            case PrizeReturned e -> whole(e.prize().minor());
        };
    }

    static BigInteger exact(ExactAmount amount) {
        return whole(amount.minor()).add(BigInteger.valueOf(amount.tenThousandths()));
    }

    private static BigInteger whole(long minor) {
        return BigInteger.valueOf(minor).multiply(UNIT);
    }
}
