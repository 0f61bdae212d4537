package dev.foldline.projections.playerwallets.rows;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One wallet of a player, and what it has to spend. */
@Entity
@Table(name = "player_wallet")
public class PlayerWalletRow extends PanacheEntityBase {

    /** The wallet. */
    @Id
    @Column(name = "wallet_id")
    public String walletId = "";

    /** Whose it is. */
    @Column(name = "player_id", nullable = false)
    public String playerId = "";

    /** Its currency, ISO 4217. */
    @Column(nullable = false)
    public String currency = "";

    /** Minor units that can be spent. */
    @Column(name = "balance_minor", nullable = false)
    public long balanceMinor;

    /** The wallet's version that this was true of. */
    @Column(nullable = false)
    public long version;
}
