package dev.foldline.jackpot.domain;

import dev.foldline.jackpot.CurrencyCode;
import dev.foldline.jackpot.JackpotCommand;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Anything that may be asked of one jackpot, in any order. The same seed gives the same commands. */
final class CommandSequences {

    /** How many seeds make a good test. */
    static final int SEEDS = 100;

    private static final int COMMANDS = 300;
    private static final int DRAWS = 60;
    private static final long[] STAKES = {1, 2, 99, 250, 10_001, 1_000_000, Long.MAX_VALUE - 1, Long.MAX_VALUE};
    private static final int[] RATES = {1, 33, 100, 9_999, 10_000};
    private static final long[] SEED_AMOUNTS = {0, 0, 1, 1_000, Long.MAX_VALUE};

    private CommandSequences() {}

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    static List<JackpotCommand> of(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, COMMANDS).mapToObj(ignored -> command(random)).toList();
    }

    private static JackpotCommand command(Random random) {
        CurrencyCode currency = random.nextInt(20) == 0 ? Examples.USD : Examples.EUR;
        String draw = "d-" + random.nextInt(DRAWS);
        return switch (random.nextInt(12)) {
            case 0 ->
                Examples.open(RATES[random.nextInt(RATES.length)], SEED_AMOUNTS[random.nextInt(SEED_AMOUNTS.length)]);
            case 1, 2 -> Examples.draw(draw);
            case 3 -> Examples.returnPrize(draw);
            default -> Examples.contribute(STAKES[random.nextInt(STAKES.length)], currency);
        };
    }
}
