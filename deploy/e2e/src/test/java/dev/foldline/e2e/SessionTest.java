package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A command that is sent when its time has come. */
@ExtendWith(Platform.Extension.class)
class SessionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofHours(1);

    private final String wallet = "w-" + UUID.randomUUID();
    private final AtomicInteger rounds = new AtomicInteger();
    private WalletClient wallets;

    @BeforeEach
    void open_a_wallet(Platform platform) {
        wallets = platform.wallets();
        wallets.open(wallet, "EUR");
        wallets.deposit(wallet, 1_000_000);
    }

    @Test
    void a_session_ends_by_itself_and_not_before_its_time() {
        Instant end = Instant.now().plusSeconds(3);
        assertThat(start("s-1", end).status()).isEqualTo(200);
        assertThat(bet()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> bet() == 422);
        assertThat(Instant.now()).isAfterOrEqualTo(end);
        assertThat(wallets.placeBet(wallet, "r-late", 1).text("code")).isEqualTo("session-over");
        assertThat(start("s-2", Instant.now().plus(LONG)).status()).isEqualTo(200);
        assertThat(bet()).isEqualTo(200);
    }

    @Test
    void the_end_of_one_session_does_not_end_the_next() {
        Instant end = Instant.now().plusSeconds(3);
        start("s-1", end);
        assertThat(end("s-1").status()).isEqualTo(200);
        start("s-2", Instant.now().plus(LONG));
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end.plusSeconds(1)));
        assertThat(bet()).isEqualTo(200);
        assertThat(end("s-1").status()).as("it is over already").isEqualTo(200);
        assertThat(bet()).isEqualTo(200);
    }

    @Test
    void a_session_whose_time_was_over_before_it_started_ends_at_once() {
        start("s-1", Instant.now().minus(LONG));
        await().atMost(PATIENCE).until(() -> bet() == 422);
    }

    private int bet() {
        return wallets.placeBet(wallet, "r-" + rounds.incrementAndGet(), 1).status();
    }

    private Answer start(String session, Instant end) {
        return wallets.command("start-session", """
                {"walletId":"%s","sessionId":"%s","endsAt":"%s"}""".formatted(wallet, session, end));
    }

    private Answer end(String session) {
        return wallets.command("end-session", """
                {"walletId":"%s","sessionId":"%s"}""".formatted(wallet, session));
    }
}
