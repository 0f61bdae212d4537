package dev.foldline.wallet;

import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.PublishedStream;

/** What others are told of wallets. Names and fields only grow. */
@PublishedStream(context = "wallet", name = "wallet")
public sealed interface WalletPublished extends DomainEvent {

    /** The stream of these events, one wallet's in order. */
    EventSource<WalletPublished> STREAM = EventSource.published(
            "wallet",
            "wallet",
            EventTable.<WalletPublished>builder()
                    .event("wallet-opened", 1, WalletOpened.class)
                    .event("bet-placed", 1, BetPlaced.class)
                    .build());

    /**
     * A wallet was opened for a player.
     *
     * @param walletId the new wallet
     * @param playerId whose it is
     * @param currency the only currency that it will hold
     */
    record WalletOpened(WalletId walletId, PlayerId playerId, CurrencyCode currency) implements WalletPublished {}

    /**
     * Money was staked on a round.
     *
     * @param walletId whose money
     * @param roundId the round, in which the wallet had no bet before
     * @param stakeMinor how much
     * @param currency the wallet's currency
     */
    record BetPlaced(WalletId walletId, RoundId roundId, Amount stakeMinor, CurrencyCode currency)
            implements WalletPublished {}
}
