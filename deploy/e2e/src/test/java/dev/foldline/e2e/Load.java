package dev.foldline.e2e;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Players who play all at once until they are told to stop. */
final class Load {

    private final List<Player> players;
    private final Pace pace;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<CompletableFuture<Void>> running;

    private Load(List<Player> players, Pace pace) {
        this.players = players;
        this.pace = pace;
        this.running = players.stream()
                .map(player -> CompletableFuture.runAsync(() -> player.play(stop), Thread.ofVirtual()::start))
                .toList();
    }

    static Load of(int players, WalletClient wallets) {
        var pace = new Pace();
        return new Load(
                IntStream.range(0, players)
                        .mapToObj(number -> new Player(wallets, pace))
                        .toList(),
                pace);
    }

    Pace pace() {
        return pace;
    }

    /** Until that many more commands are acknowledged. */
    void awaitMore(int commands) {
        long enough = acknowledged() + commands;
        Acknowledgement.awaitEnough(() -> acknowledged() >= enough, running);
    }

    private long acknowledged() {
        return players.stream()
                .mapToLong(player -> player.acknowledged().size())
                .sum();
    }

    /** Stops it, and waits until each player has heard of the last command. */
    List<Player> stop() {
        stop.set(true);
        running.forEach(CompletableFuture::join);
        return players;
    }
}
