package dev.foldline.bench;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/** Remembers what was sent and what was accepted, to be compared with the log. Thread-safe. */
final class SentCommands {

    private final Set<UUID> sent = ConcurrentHashMap.newKeySet();
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();

    /** Remembers that the command is sent, and gives what is to be called with its status. */
    IntConsumer sending(BenchCommand command, IntConsumer then) {
        sent.add(command.id());
        return status -> {
            if (status == Sender.ACCEPTED) {
                accepted.add(command.id());
            }
            then.accept(status);
        };
    }

    Set<UUID> sent() {
        return sent;
    }

    Set<UUID> accepted() {
        return accepted;
    }
}
