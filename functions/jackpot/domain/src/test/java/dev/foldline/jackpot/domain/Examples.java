package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.DrawId;
import dev.foldline.jackpot.DrawJackpot;
import dev.foldline.jackpot.JackpotCommand;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.OpenJackpot;
import dev.foldline.jackpot.PlayerId;
import dev.foldline.jackpot.ReturnPrize;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.Seed;
import dev.foldline.jackpot.WalletId;

/** Short words for one jackpot's commands and events: in euros, one per cent of each stake, no seed, unless said otherwise. */
final class Examples {

    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final CurrencyCode USD = new CurrencyCode("USD");
    static final BasisPoints ONE_PER_CENT = new BasisPoints(100);

    private static final JackpotId JACKPOT = new JackpotId("main-EUR");
    private static final WalletId WALLET = new WalletId("w-1");
    private static final RoundId ROUND = new RoundId("r-1");
    private static final PlayerId PLAYER = new PlayerId("p-1");

    private Examples() {}

    static JackpotCommand open() {
        return open(ONE_PER_CENT.value(), 0);
    }

    static JackpotCommand open(int basisPoints, long seed) {
        return new OpenJackpot(JACKPOT, EUR, new BasisPoints(basisPoints), new Seed(seed));
    }

    static JackpotCommand contribute(long stake) {
        return contribute(stake, EUR);
    }

    static JackpotCommand contribute(long stake, CurrencyCode currency) {
        return new Contribute(JACKPOT, WALLET, ROUND, new Amount(stake), currency);
    }

    static JackpotCommand draw(String id) {
        return new DrawJackpot(JACKPOT, new DrawId(id), PLAYER, WALLET);
    }

    static JackpotCommand returnPrize(String draw) {
        return new ReturnPrize(JACKPOT, new DrawId(draw));
    }

    static JackpotEvent opened() {
        return opened(ONE_PER_CENT.value(), 0);
    }

    static JackpotEvent opened(int basisPoints, long seed) {
        return new JackpotOpened(EUR, new BasisPoints(basisPoints), new Seed(seed));
    }

    static JackpotEvent received(long minor, int tenThousandths) {
        return new ContributionReceived(WALLET, ROUND, new ExactAmount(minor, tenThousandths));
    }

    static JackpotEvent drawn(String draw, long prize) {
        return drawn(draw, prize, 0);
    }

    static JackpotEvent drawn(String draw, long prize, long seed) {
        return new JackpotDrawn(new DrawId(draw), PLAYER, WALLET, new Amount(prize), EUR, new Seed(seed));
    }

    static JackpotEvent returned(String draw, long prize) {
        return new PrizeReturned(new DrawId(draw), new Amount(prize));
    }
}
