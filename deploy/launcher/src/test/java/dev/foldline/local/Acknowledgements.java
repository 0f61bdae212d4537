package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The positions that processes said their commands have. Thread-safe. */
final class Acknowledgements {

    private final Map<UUID, Long> positions = new HashMap<>();
    private boolean failed;

    /** A command never has two positions, whoever is told. */
    synchronized void add(UUID command, long position) {
        Long known = positions.putIfAbsent(command, position);
        failed |= known != null && known != position;
        notifyAll();
        assertThat(known == null || known == position)
                .as("%s was at %s, and is at %s", command, known, position)
                .isTrue();
    }

    synchronized void awaitSize(int size) throws InterruptedException {
        while (positions.size() < size && !failed) {
            wait();
        }
    }

    synchronized Map<UUID, Long> positions() {
        return Map.copyOf(positions);
    }
}
