package dev.foldline.bench;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/** Remembers what was sent and what was accepted, to be compared with the log. Thread-safe. */
final class SentCommands {

    private final Set<UUID> open = ConcurrentHashMap.newKeySet();
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();

    /** Remembers that the command is sent, and gives what is to be called with its status. */
    IntConsumer sending(BenchCommand command, IntConsumer then) {
        sending(command.id());
        return status -> {
            if (status == Sender.ACCEPTED) {
                accepted(command.id());
            }
            then.accept(status);
        };
    }

    /** Remembers that the command is sent. */
    void sending(UUID id) {
        open.add(id);
    }

    /** Remembers that the command was accepted. */
    void accepted(UUID id) {
        accepted.add(id);
        open.remove(id);
    }

    boolean wasSent(UUID id) {
        return open.contains(id) || accepted.contains(id);
    }

    /** What was accepted. */
    Set<UUID> accepted() {
        return accepted;
    }

    /** What was sent and is not accepted: it has another answer, or none yet. */
    Set<UUID> open() {
        return open;
    }
}
