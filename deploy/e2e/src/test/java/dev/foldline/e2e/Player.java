package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One player with one wallet: sends each command until it is acknowledged, always with the same key. */
final class Player {

    private final WalletClient wallets;
    private final String wallet = "w-" + UUID.randomUUID();
    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private volatile long balance;
    private volatile long version;
    private volatile String lastToken = "";

    Player(WalletClient wallets) {
        this.wallets = wallets;
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
        Answer answer = await().forever()
                .pollInSameThread()
                .ignoreExceptionsMatching(Player::isConnectionLoss)
                .until(() -> wallets.command(command, body, key.toString()), Player::isAcknowledged);
        acknowledged.put(key, answer.number("version"));
        version = answer.number("version");
        lastToken = answer.text("token");
    }

    private static boolean isConnectionLoss(Throwable thrown) {
        return thrown instanceof UncheckedIOException;
    }

    /** Contended: nothing was done. Unavailable, and too late: perhaps it was. */
    private static boolean isAcknowledged(Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 409, 503, 504);
        return answer.status() == 200;
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
