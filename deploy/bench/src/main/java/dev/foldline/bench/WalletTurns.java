package dev.foldline.bench;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Deposits into any wallet, one commit with one event each.
 *
 * @param sender takes the commands
 */
record WalletTurns(WriterSender sender) implements ClosedLoop.Turn {

    private static final int WALLETS = 1_000;

    /** Commands that open all wallets. */
    static List<BenchCommand> opening() {
        return IntStream.range(0, WALLETS)
                .mapToObj(WalletTurns::id)
                .map(BenchCommand::openWallet)
                .toList();
    }

    static BenchCommand deposit() {
        return BenchCommand.deposit(id(ThreadLocalRandom.current().nextInt(WALLETS)));
    }

    @Override
    public int take(int caller) {
        return sender.ask(deposit()) ? 1 : 0;
    }

    private static String id(int number) {
        return "wallet-" + number;
    }
}
