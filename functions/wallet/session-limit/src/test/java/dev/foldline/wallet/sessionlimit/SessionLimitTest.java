package dev.foldline.wallet.sessionlimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.functions.Reaction;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.EndSession;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionEnd;
import dev.foldline.wallet.SessionId;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.BetPlaced;
import dev.foldline.wallet.domain.BetSettled;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.FundsWithdrawn;
import dev.foldline.wallet.domain.SessionEnded;
import dev.foldline.wallet.domain.SessionStarted;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WinningsCredited;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SessionLimitTest {

    private static final SessionId SESSION = new SessionId("s-1");
    private static final RoundId ROUND = new RoundId("r-1");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final Money MONEY = new Money(250, EUR);
    private static final Instant END = Instant.parse("2026-01-31T20:00:00Z");

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<WalletEvent> OF_NO_SESSION = List.of(
            new WalletOpened(new PlayerId("p-1"), EUR),
            new FundsDeposited(MONEY),
            new FundsWithdrawn(MONEY),
            new BetPlaced(ROUND, MONEY),
            new BetSettled(ROUND, MONEY),
            new WinningsCredited(new PayoutId("p"), MONEY));

    private final SessionLimit policy = new SessionLimit();

    @Test
    void a_session_is_to_end_when_it_was_said_to() {
        assertThat(react(new SessionStarted(SESSION, new SessionEnd(END.toString()))))
                .containsExactly(Reaction.schedule("w-1 s-1", new EndSession(new WalletId("w-1"), SESSION), END));
    }

    @Test
    void a_session_that_has_ended_is_not_to_end_again() {
        assertThat(react(new SessionEnded(SESSION))).containsExactly(Reaction.cancel("w-1 s-1"));
    }

    @ParameterizedTest
    @FieldSource("OF_NO_SESSION")
    void all_else_is_of_no_concern(WalletEvent event) {
        assertThat(react(event)).isEmpty();
    }

    @Test
    void follows_its_own_contexts_events() {
        assertThat(policy.source()).isEqualTo(WalletAggregate.TYPE.source());
        assertThat(policy.context() + "/" + policy.name()).isEqualTo("wallet/session-limit");
    }

    private List<Reaction> react(WalletEvent event) {
        return policy.react(new RecordedEvent<>(
                new Aggregate("wallet", "w-1"), 1, 1, UUID.randomUUID(), Instant.EPOCH, Map.of(), event));
    }
}
