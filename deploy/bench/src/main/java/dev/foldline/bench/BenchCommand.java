package dev.foldline.bench;

import dev.foldline.jackpot.BasisPoints;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.JackpotId;
import dev.foldline.jackpot.OpenJackpot;
import dev.foldline.jackpot.RoundId;
import dev.foldline.jackpot.Seed;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Deposit;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.WalletId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A command that is sent to measure.
 *
 * @param id its id, by which it is found in the log
 * @param aggregateId which aggregate it is about
 * @param command a record with {@code @Command}
 */
record BenchCommand(UUID id, String aggregateId, Object command) {

    private static final String EUR = "EUR";

    static BenchCommand openWallet(String wallet) {
        var open = new OpenWallet(new WalletId(wallet), new PlayerId("bench"), new CurrencyCode(EUR));
        return new BenchCommand(randomId(), wallet, open);
    }

    static BenchCommand deposit(String wallet) {
        var deposit = new Deposit(new WalletId(wallet), new Amount(1), new CurrencyCode(EUR));
        return new BenchCommand(randomId(), wallet, deposit);
    }

    static BenchCommand openJackpot(String jackpot) {
        var currency = new dev.foldline.jackpot.CurrencyCode(EUR);
        var open = new OpenJackpot(new JackpotId(jackpot), currency, new BasisPoints(100), new Seed(1_000));
        return new BenchCommand(randomId(), jackpot, open);
    }

    static BenchCommand contribute(String jackpot) {
        UUID id = randomId();
        var contribute = new Contribute(
                new JackpotId(jackpot),
                new dev.foldline.jackpot.WalletId("bench"),
                new RoundId(id.toString()),
                new dev.foldline.jackpot.Amount(100),
                new dev.foldline.jackpot.CurrencyCode(EUR));
        return new BenchCommand(id, jackpot, contribute);
    }

    /** Version 4, of numbers that are good enough here: what callers spend on theirs is not measured. */
    private static UUID randomId() {
        var random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (1L << 63));
    }
}
