package dev.foldline.wallet.domain;

import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.WalletCommand;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Anything that may be asked of one wallet, in any order. The same seed gives the same commands. */
final class CommandSequences {

    /** How many seeds make a good test. */
    static final int SEEDS = 100;

    private static final int COMMANDS = 300;
    private static final int ROUNDS = 30;
    private static final long[] AMOUNTS = {1, 2, 3, 50, 1_000, Long.MAX_VALUE / 2, Long.MAX_VALUE - 1, Long.MAX_VALUE};

    private CommandSequences() {}

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    static List<WalletCommand> of(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, COMMANDS).mapToObj(ignored -> command(random)).toList();
    }

    private static WalletCommand command(Random random) {
        CurrencyCode currency = random.nextInt(20) == 0 ? Examples.USD : Examples.EUR;
        long minor = AMOUNTS[random.nextInt(AMOUNTS.length)];
        String round = "r-" + random.nextInt(ROUNDS);
        String payout = "payout-" + random.nextInt(ROUNDS);
        String session = "session-" + random.nextInt(ROUNDS);
        return switch (random.nextInt(12)) {
            case 0 -> Examples.open(currency);
            case 1 -> Examples.withdraw(minor, currency);
            case 2 -> Examples.placeBet(round, minor, currency);
            case 3 -> Examples.settleBet(round, random.nextInt(3) == 0 ? 0 : minor, currency);
            case 4 -> Examples.creditWinnings(payout, minor, currency);
            case 5 -> Examples.startSession(session);
            case 6 -> Examples.endSession(session);
            case 7, 8 -> Examples.placeBet(round, minor, currency);
            default -> Examples.deposit(minor, currency);
        };
    }
}
