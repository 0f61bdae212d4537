package dev.foldline.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** Calls the wallet context as anybody would. Thread-safe. */
final class WalletClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    WalletClient(URI base) {
        this.base = base;
    }

    Answer open(String wallet, String currency) {
        return command("open-wallet", """
                {"walletId":"%s","playerId":"p-1","currency":"%s"}""".formatted(wallet, currency));
    }

    Answer deposit(String wallet, long minor) {
        return deposit(wallet, minor, UUID.randomUUID());
    }

    Answer deposit(String wallet, long minor, UUID key) {
        return command("deposit", amount(wallet, minor), key.toString());
    }

    Answer withdraw(String wallet, long minor) {
        return command("withdraw", amount(wallet, minor));
    }

    Answer placeBet(String wallet, String round, long minor) {
        return command("place-bet", bet(wallet, round, minor));
    }

    Answer settleBet(String wallet, String round, long minor) {
        return command("settle-bet", """
                {"walletId":"%s","roundId":"%s","payoutMinor":%d,"currency":"EUR"}""".formatted(wallet, round, minor));
    }

    Answer balance(String wallet, String token) {
        return send(request("/wallet/queries/wallet-balance?walletId=" + wallet)
                .header("Consistency-Token", token)
                .GET()
                .build());
    }

    /** Subscribes to the balance, from the token on. */
    EventStream watchBalance(String wallet, String token) {
        return new EventStream(HttpRequest.newBuilder(base.resolve("/wallet/queries/wallet-balance?walletId=" + wallet))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", token)
                .GET()
                .build());
    }

    Answer command(String name, String body) {
        return command(name, body, UUID.randomUUID().toString());
    }

    Answer command(String name, String body, String key) {
        return send(request("/wallet/commands/" + name)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String bet(String wallet, String round, long minor) {
        return """
                {"walletId":"%s","roundId":"%s","stakeMinor":%d,"currency":"EUR"}""".formatted(wallet, round, minor);
    }

    static String amount(String wallet, long minor) {
        return """
                {"walletId":"%s","amountMinor":%d,"currency":"EUR"}""".formatted(wallet, minor);
    }
}
