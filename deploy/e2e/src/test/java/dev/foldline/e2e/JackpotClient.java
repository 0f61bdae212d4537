package dev.foldline.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Calls the jackpot context, and bets in one currency, as anybody would. Thread-safe. */
final class JackpotClient {

    /** Ten-thousandths of a minor unit in one. */
    static final long UNIT = 10_000;

    private final WalletClient client;
    private final String currency;

    /** A currency of its own keeps other tests' bets out of its pot. */
    JackpotClient(WalletClient client, String currency) {
        this.client = client;
        this.currency = currency;
    }

    String jackpot() {
        return "main-" + currency;
    }

    Answer open(long seedMinor) {
        return command("open-jackpot", """
                {"jackpotId":"%s","currency":"%s","rateBasisPoints":100,"seedMinor":%d}""".formatted(jackpot(), currency, seedMinor));
    }

    Answer draw(String draw, String player, String wallet) {
        return draw(draw, player, wallet, UUID.randomUUID());
    }

    Answer draw(String draw, String player, String wallet, UUID key) {
        return command("draw-jackpot", """
                {"jackpotId":"%s","drawId":"%s","playerId":"%s","walletId":"%s"}""".formatted(jackpot(), draw, player, wallet), key);
    }

    Answer returnPrize(String draw) {
        return command("return-prize", """
                {"jackpotId":"%s","drawId":"%s"}""".formatted(jackpot(), draw));
    }

    /** Opens a wallet of the currency, and answers with the deposit into it. */
    Answer openWallet(String wallet, String player, long minor) {
        client.command("open-wallet", """
                {"walletId":"%s","playerId":"%s","currency":"%s"}""".formatted(wallet, player, currency));
        return client.command("deposit", """
                {"walletId":"%s","amountMinor":%d,"currency":"%s"}""".formatted(wallet, minor, currency));
    }

    Answer placeBet(String wallet, String round, long minor) {
        return placeBet(wallet, round, minor, UUID.randomUUID());
    }

    Answer placeBet(String wallet, String round, long minor, UUID key) {
        return client.command("place-bet", """
                {"walletId":"%s","roundId":"%s","stakeMinor":%d,"currency":"%s"}""".formatted(wallet, round, minor, currency), key.toString());
    }

    /** The jackpot as the board shows it; missing when it does not. */
    JsonNode board() {
        Answer page = get("/jackpot/queries/current-jackpots?limit=200");
        return StreamSupport.stream(page.body().path("jackpots").spliterator(), false)
                .filter(jackpot -> jackpot.path("jackpotId").asText().equals(jackpot()))
                .findAny()
                .orElse(MissingNode.getInstance());
    }

    /** What is in the pot, in ten-thousandths of a minor unit. */
    long pot() {
        JsonNode board = board();
        return board.path("potMinor").asLong() * UNIT
                + board.path("potTenThousandths").asLong();
    }

    Answer overview(String player) {
        return get("/player/queries/player-overview?playerId=" + player);
    }

    private Answer get(String path) {
        return client.send(client.request(path).GET().build());
    }

    private Answer command(String name, String body) {
        return command(name, body, UUID.randomUUID());
    }

    private Answer command(String name, String body, UUID key) {
        return client.send(client.request("/jackpot/commands/" + name)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
