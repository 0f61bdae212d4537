package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * What a process does that is killed while it writes, and the one that is started in its place, and how to find out what became
 * of it all.
 */
public final class MortalProcess {

    private MortalProcess() {}

    /**
     * Sends commands to the first partition of {@link LogContract#WALLETS}, in groups, until each is in the log. Commands of one
     * family always have the same ids, so whoever starts anew repeats what was done before.
     *
     * @param family tells the process from others that write at the same time
     * @param commands how many
     * @param acknowledged is told each command and its position when the log has answered
     */
    public static void write(EventStore store, int family, int commands, BiConsumer<UUID, Long> acknowledged) {
        var random = new Random(family);
        var ledger = new Ledger();
        List<Intent> intents = numbered(Intent.mixed(random, family, commands), family);
        for (List<Intent> group : Intent.groups(random, intents)) {
            Retry.untilAvailable(
                    () -> new ModelWriter(store.open(LogContract.WALLETS), 0, ledger).commit(ledger.open(group)));
            Map<UUID, Long> positions = ledger.positions();
            group.forEach(intent -> acknowledged.accept(intent.commandId(), positions.get(intent.commandId())));
        }
    }

    /**
     * Checks that the log has the acknowledged commands, each once and where it was said to be, and no others, and that whoever
     * sends one again is told the same.
     */
    public static void audit(EventStore store, Map<UUID, Long> acknowledged) {
        EventLog log = store.open(LogContract.WALLETS);
        var ledger = new Ledger();
        acknowledged.forEach(ledger::acknowledge);
        ledger.audit(log, 0, acknowledged.size());
        String id = Commits.idIn(log, 0, "retry");
        acknowledged.forEach((commandId, position) -> assertThat(
                        log.append(0, log.head(0), List.of(Commits.commit(id, 0, commandId))))
                .isInstanceOfSatisfying(
                        AppendResult.AlreadyCommitted.class,
                        already -> assertThat(already.recorded().position()).isEqualTo(position)));
    }

    private static List<Intent> numbered(List<Intent> intents, int family) {
        return IntStream.range(0, intents.size())
                .mapToObj(i -> new Intent(
                        intents.get(i).aggregateName(),
                        new UUID(family, i + 1),
                        intents.get(i).events()))
                .toList();
    }
}
