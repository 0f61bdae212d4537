package dev.foldline.e2e;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One player with one wallet: sends each command until it is acknowledged, always with the same key. */
final class Player {

    private final WalletClient wallets;
    private final Pace pace;
    private final String wallet = "w-" + UUID.randomUUID();
    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private volatile long balance;
    private volatile long version;
    private volatile String lastToken = "";

    Player(WalletClient wallets, Pace pace) {
        this.wallets = wallets;
        this.pace = pace;
    }

    /** Opens the wallet, then deposits and bets in turn until told to stop. */
    void play(AtomicBoolean stop) {
        String open = "{\"walletId\":\"" + wallet + "\",\"playerId\":\"p\",\"currency\":\"EUR\"}";
        sendUntilAcknowledged("open-wallet", open);
        for (long round = 0; !stop.get(); round++) {
            sendUntilAcknowledged("deposit", WalletClient.amount(wallet, 10));
            sendUntilAcknowledged("place-bet", WalletClient.bet(wallet, "r-" + round, 3));
            balance = 7 * (round + 1);
        }
    }

    private void sendUntilAcknowledged(String command, String body) {
        UUID key = UUID.randomUUID();
        Answer answer = Acknowledgement.of(() -> wallets.command(command, body, key.toString()), pace.pause());
        acknowledged.put(key, answer.number("version"));
        version = answer.number("version");
        lastToken = answer.text("token");
    }

    String wallet() {
        return wallet;
    }

    /** The version after each acknowledged command, by its key. */
    Map<UUID, Long> acknowledged() {
        return acknowledged;
    }

    /** What the wallet must have, in cents. */
    long balance() {
        return balance;
    }

    /** The version of the wallet after the last command. */
    long version() {
        return version;
    }

    /** What to read the last command's effect with. */
    String lastToken() {
        return lastToken;
    }
}
