package dev.foldline.projections.walletbalance.rows;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one wallet has to spend. */
@Entity
@Table(name = "wallet_balance")
public class WalletBalanceRow extends PanacheEntityBase {

    /** The wallet. */
    @Id
    @Column(name = "wallet_id")
    public String walletId = "";

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
