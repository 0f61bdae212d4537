package dev.foldline.wallet.endsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.SessionEnded;
import dev.foldline.wallet.domain.SessionRejection.SessionNotStarted;
import dev.foldline.wallet.domain.SessionStarted;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import org.junit.jupiter.api.Test;

class EndSessionFunctionTest {

    private static final WalletId WALLET = new WalletId("w-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);
    private static final SessionId SESSION = new SessionId("s-1");
    private static final EndSession END = new EndSession(WALLET, SESSION);

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void ends_a_session_and_does_nothing_when_it_is_over() {
        spec.given(OPENED, new SessionStarted(SESSION, new SessionEnd("1970-01-01T00:00:00Z")))
                .when(END)
                .thenEvents(new SessionEnded(SESSION))
                .when(END)
                .thenNothing();
    }

    @Test
    void refuses_a_session_that_never_was() {
        spec.given(OPENED).when(END).thenRejected(new SessionNotStarted());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new EndSessionFunction();
        assertThat(function.aggregateId(END)).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }
}
