package dev.foldline.bench;

import java.util.Optional;

/**
 * The wallets that are written by this process, which are opened when they are first asked for, and what became of their
 * commands. For one thread.
 */
final class OpenWallets implements AutoCloseable {

    private final LogPlace place;
    private final SentCommands sent = new SentCommands();
    private Optional<WriterSender> opened = Optional.empty();

    OpenWallets(LogPlace place) {
        this.place = place;
    }

    /** Deposits into the wallets. */
    WalletTurns turns() {
        if (opened.isEmpty()) {
            WriterSender sender = place.sender();
            opened = Optional.of(sender);
            new Opening(sender, sent).all(WalletTurns.opening());
        }
        return new WalletTurns(opened.get(), sent);
    }

    /** Compares the log with what was answered; empty when the wallets were not asked for. */
    Optional<LogCheck> check() {
        return opened.map(
                ignored -> LogCheck.of(place.mongodbUrl(), place.databasePrefix(), sent, LogCheck.Others.NONE));
    }

    @Override
    public void close() {
        opened.ifPresent(WriterSender::close);
    }
}
