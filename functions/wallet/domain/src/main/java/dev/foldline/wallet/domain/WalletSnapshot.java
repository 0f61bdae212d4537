package dev.foldline.wallet.domain;

import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.Snapshots;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.PayoutId;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.SessionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

/**
 * An open wallet as it is kept: whoever changes it raises the revision. What is at stake is not in it, being the sum of the
 * open bets. Lists are in any order.
 *
 * @param available what can be spent
 * @param open the bets that are not settled
 * @param settled the rounds whose bet is
 * @param credited what else was paid into it
 * @param running the session that is running, if any
 * @param over the sessions that are over
 */
record WalletSnapshot(
        Money available,
        List<Bet> open,
        List<RoundId> settled,
        List<Payout> credited,
        Optional<SessionId> running,
        List<SessionId> over)
        implements AggregateSnapshot {

    static final Snapshots<Wallet, WalletSnapshot> SNAPSHOTS =
            new Snapshots<>(1, WalletSnapshot.class, WalletSnapshot::of, WalletSnapshot::state);

    /** An open bet. */
    record Bet(RoundId round, Money stake) {}

    /** Something that was credited. */
    record Payout(PayoutId id, Money amount) {}

    private static WalletSnapshot of(Wallet wallet) {
        return switch (wallet) {
            case Wallet.Unopened ignored -> throw new IllegalArgumentException("a wallet without events");
            case Wallet.Open open ->
                new WalletSnapshot(
                        open.available(),
                        list(open.rounds().open(), Bet::new),
                        List.copyOf(open.rounds().settled()),
                        list(open.payouts().credited(), Payout::new),
                        open.sessions().running(),
                        List.copyOf(open.sessions().over()));
        };
    }

    private static <K, V, T> List<T> list(Map<K, V> map, BiFunction<K, V, T> entry) {
        return map.entrySet().stream()
                .map(one -> entry.apply(one.getKey(), one.getValue()))
                .toList();
    }

    private Wallet state() {
        Money atStake = open.stream().map(Bet::stake).reduce(Money.zero(available.currency()), Money::plus);
        Map<RoundId, Money> stakes = open.stream().collect(Collectors.toMap(Bet::round, Bet::stake));
        Map<PayoutId, Money> payouts = credited.stream().collect(Collectors.toMap(Payout::id, Payout::amount));
        return new Wallet.Open(
                available,
                atStake,
                new Rounds(HashTreePMap.from(stakes), HashTreePSet.from(settled)),
                new Payouts(HashTreePMap.from(payouts)),
                new Sessions(running, HashTreePSet.from(over)));
    }
}
