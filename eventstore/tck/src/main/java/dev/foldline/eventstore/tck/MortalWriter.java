package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.StoreUnavailableException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A process that dies at random moments and in different ways, and those that take over from it. */
final class MortalWriter {

    private static final int DEATHS = 6;
    private static final int LONGEST_LIFE_MILLIS = 40;

    private final LogContract contract;
    private final Ledger ledger;
    private final Random random;

    MortalWriter(LogContract contract, Ledger ledger, long seed) {
        this.contract = contract;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    Ledger commit(List<Intent> intents) {
        for (int death = 0; death < DEATHS; death++) {
            liveAndDie(intents, death);
        }
        return new ModelWriter(contract.open(), 0, ledger).commit(ledger.open(intents));
    }

    private void liveAndDie(List<Intent> intents, int death) {
        try (LogClient client = contract.fixture().connect()) {
            var writer = new ModelWriter(client.store().open(LogContract.WALLETS), 0, ledger);
            Thread writing = Thread.currentThread();
            writeUntil(() -> die(death, client, writing), writer, ledger.open(intents));
        }
    }

    private void writeUntil(Runnable death, ModelWriter writer, List<Intent> intents) {
        try (var fate = Executors.newSingleThreadScheduledExecutor()) {
            var unused = fate.schedule(death, random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            Intent.groups(random, intents).forEach(writer::commit);
        } catch (StoreUnavailableException e) {
            // It never hears what became of its last commands.
        } finally {
            boolean unused = Thread.interrupted();
        }
    }

    private static void die(int death, LogClient client, Thread writing) {
        switch (death % 4) {
            case 0 -> client.close();
            case 1 -> client.network().loseReplies();
            case 2 -> client.network().breakConnections();
            default -> writing.interrupt();
        }
    }
}
