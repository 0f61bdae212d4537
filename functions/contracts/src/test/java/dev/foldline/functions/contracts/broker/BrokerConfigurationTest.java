package dev.foldline.functions.contracts.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.EventSource;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BrokerConfigurationTest {

    private static final EventTable<Object> EVENTS =
            EventTable.<Object>builder().build();
    private static final EventSource<Object> WALLETS = EventSource.stored("wallet", "wallet", EVENTS);
    private static final EventSource<Object> JACKPOTS = EventSource.stored("jackpot", "jackpot", EVENTS);

    @Test
    void each_follower_has_a_queue_that_its_context_alone_reads() {
        String configuration = of(new EventFollower(WALLETS, "balance", Set.of("wallet")));

        assertThat(configuration)
                .contains("<address name=\"wallet.event.wallet\">")
                .contains("<queue name=\"balance\" group-rebalance=\"true\"")
                .containsPattern(
                        "match=.wallet.event.wallet::balance.>\\s+<permission type=.consume. roles=.wallet./>\\s+</");
    }

    @Test
    void an_address_that_nobody_follows_yet_is_there() {
        assertThat(of()).containsPattern("<address name=.jackpot.event.jackpot.>\\s+<multicast/>");
    }

    @Test
    void a_log_is_appended_to_by_way_of_its_owner_within_its_context_only() {
        assertThat(of())
                .contains("<queue name=\"wallet.log.wallet\" group-rebalance=\"true\"")
                .containsPattern("match=.wallet.log.wallet.>\\s+<permission type=.send. roles=.wallet./>"
                        + "\\s+<permission type=.consume. roles=.wallet./>\\s+</");
    }

    @Test
    void nothing_is_left_to_fill_in() {
        assertThat(of()).doesNotContain("@");
    }

    @Test
    void two_queues_of_one_name_are_refused_since_a_broker_has_one() {
        assertThatThrownBy(() -> of(
                        new EventFollower(WALLETS, "board", Set.of("wallet")),
                        new EventFollower(JACKPOTS, "board", Set.of("jackpot"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the queue 'board'")
                .hasMessageContaining("wallet.event.wallet");
    }

    @Test
    void a_name_that_is_no_address_is_refused() {
        assertThatThrownBy(() -> of(new EventFollower(WALLETS, "a\"b", Set.of("wallet"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String of(EventFollower... followers) {
        return BrokerConfiguration.of(new Topology(
                new TreeMap<>(), Set.of("wallet.wallet", "jackpot.jackpot"), List.of(followers), Set.of()));
    }
}
