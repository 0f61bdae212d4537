package dev.foldline.broker;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.Command;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Query;
import dev.foldline.functions.contracts.ContractReader;
import dev.foldline.functions.contracts.broker.EventFollower;
import dev.foldline.functions.contracts.broker.Topology;
import java.util.List;
import java.util.Set;

/** A wallet context and a jackpot context, with one of everything. */
final class TwoContexts {

    @Command(context = "wallet", name = "deposit")
    record Deposit(String wallet) {}

    @Query(context = "wallet", name = "balance", answer = Balance.class)
    record FindBalance(String wallet) {}

    record Balance(long minor) {}

    @Query(
            context = "wallet",
            name = "overview",
            responders = {"funds", "prizes"},
            answer = Balance.class)
    record FindOverview(String player) {}

    @Command(context = "jackpot", name = "contribute")
    record Contribute(String jackpot) {}

    record BetPlaced(String wallet) {}

    private static final EventTable<BetPlaced> EVENTS = EventTable.<BetPlaced>builder()
            .event("bet-placed", 1, BetPlaced.class)
            .build();
    private static final EventSource<BetPlaced> STORED = EventSource.stored("wallet", "wallet", EVENTS);
    private static final EventSource<BetPlaced> BETS = EventSource.published("wallet", "bets", EVENTS);

    private TwoContexts() {}

    static Topology topology() {
        return new Topology(
                new ContractReader()
                        .read(
                                List.of(Deposit.class, FindBalance.class, FindOverview.class, Contribute.class),
                                List.of(BETS)),
                Set.of("wallet.wallet", "jackpot.jackpot"),
                List.of(
                        new EventFollower(STORED, "wallet-balance", Set.of("wallet")),
                        new EventFollower(BETS, "jackpot.policy.contributions", Set.of("jackpot")),
                        new EventFollower(BETS, "wallet.policy.echo", Set.of("wallet"))),
                Set.of("wallet.sessions"));
    }
}
