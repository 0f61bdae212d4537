package dev.foldline.wallet.startsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.StartSession;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.SessionRejection.SessionAlreadyStarted;
import dev.foldline.wallet.domain.SessionRejection.SessionRunning;
import dev.foldline.wallet.domain.SessionStarted;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WalletRejection.WalletNotOpen;
import org.junit.jupiter.api.Test;

class StartSessionFunctionTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);
    private static final SessionEnd END = new SessionEnd("2026-01-31T20:00:00Z");

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void starts_a_session_once() {
        spec.given(OPENED)
                .when(start("s-1"))
                .thenEvents(new SessionStarted(new SessionId("s-1"), END))
                .when(start("s-1"))
                .thenRejected(new SessionAlreadyStarted());
    }

    @Test
    void refuses_a_second_session_while_one_is_running() {
        spec.given(OPENED, new SessionStarted(new SessionId("s-1"), END))
                .when(start("s-2"))
                .thenRejected(new SessionRunning());
    }

    @Test
    void refuses_a_wallet_that_is_not_open() {
        spec.given().when(start("s-1")).thenRejected(new WalletNotOpen());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new StartSessionFunction();
        assertThat(function.aggregateId(start("s-1"))).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }

    private static StartSession start(String session) {
        return new StartSession(WALLET, new SessionId(session), END);
    }
}
