package dev.foldline.bench;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Deposits into any wallet, one commit with one event each.
 *
 * @param sender takes the commands
 * @param sent remembers them
 */
record WalletTurns(WriterSender sender, SentCommands sent) implements ClosedLoop.Turn {

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
        BenchCommand command = deposit();
        sent.sending(command.id());
        if (!sender.ask(command)) {
            return 0;
        }
        sent.accepted(command.id());
        return 1;
    }

    private static String id(int number) {
        return "wallet-" + number;
    }
}
