package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.policy.WakeUps;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.local.LocalServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real broker holds wake-ups back until their time has come. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class AmqpWakeUpsTest {

    private static final FunctionCatalog NONE =
            new FunctionCatalog(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Both clocks are one; what remains is that the broker counts in milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    @TempDir
    static Path directory;

    private static LocalServers servers;

    @BeforeAll
    static void startBroker() {
        servers = LocalServers.in(directory).broker().start();
    }

    @AfterAll
    static void stopBroker() {
        servers.close();
    }

    private static TestProcess process() {
        return new TestProcess(servers.broker().url(), NONE, Tracing.off());
    }

    private static WakeUps listening(TestProcess process, String policy, List<Instant> woken) {
        var wakeUps = new AmqpWakeUps(process.broker());
        wakeUps.listen("test", policy, due -> {
            assertThat(Instant.now()).isAfterOrEqualTo(due.minus(ROUNDING));
            woken.add(due);
            return CompletableFuture.completedStage(null);
        });
        return wakeUps;
    }

    /** Asks until it was heard: what is asked before there is a link is dropped. */
    private static void isWoken(WakeUps wakeUps, String policy, List<Instant> woken) {
        await().until(() -> {
            wakeUps.wakeAt("test", policy, Instant.now());
            return !woken.isEmpty();
        });
        woken.clear();
    }

    @Test
    void a_process_is_woken_when_it_is_time_and_not_before() {
        List<Instant> woken = new CopyOnWriteArrayList<>();
        try (var process = process()) {
            WakeUps wakeUps = listening(process, "remind", woken);
            isWoken(wakeUps, "remind", woken);
            Instant due = Instant.ofEpochMilli(System.currentTimeMillis() + 800);
            wakeUps.wakeAt("test", "remind", due);
            await().until(() -> woken.contains(due));
        }
    }

    @Test
    void one_is_woken_that_was_not_there_when_it_was_asked_for() {
        List<Instant> first = new CopyOnWriteArrayList<>();
        Instant due;
        try (var process = process()) {
            WakeUps wakeUps = listening(process, "nobody-there", first);
            isWoken(wakeUps, "nobody-there", first);
            due = Instant.ofEpochMilli(System.currentTimeMillis() + 1_500);
            wakeUps.wakeAt("test", "nobody-there", due);
            // What was asked for last has arrived when this has.
            isWoken(wakeUps, "nobody-there", first);
        }
        List<Instant> second = new CopyOnWriteArrayList<>();
        try (var process = process()) {
            listening(process, "nobody-there", second);
            await().until(() -> second.contains(due));
        }
        assertThat(first).doesNotContain(due);
    }
}
