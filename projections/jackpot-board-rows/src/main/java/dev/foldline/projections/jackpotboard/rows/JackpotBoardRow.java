package dev.foldline.projections.jackpotboard.rows;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One jackpot as it is now. */
@Entity
@Table(name = "jackpot_board")
public class JackpotBoardRow extends PanacheEntityBase {

    /** The jackpot. */
    @Id
    @Column(name = "jackpot_id")
    public String jackpotId = "";

    /** Its currency, ISO 4217. */
    @Column(nullable = false)
    public String currency = "";

    /** Which part of each stake goes into the pot, in hundredths of a percent. */
    @Column(name = "rate_basis_points", nullable = false)
    public int rateBasisPoints;

    /** What the house puts into the pot after each draw, in minor units. */
    @Column(name = "seed_minor", nullable = false)
    public long seedMinor;

    /** Whole minor units in the pot. */
    @Column(name = "pot_minor", nullable = false)
    public long potMinor;

    /** What is in the pot besides, in 1/10,000 of a minor unit. */
    @Column(name = "pot_ten_thousandths", nullable = false)
    public int potTenThousandths;

    /** How many draws there were. */
    @Column(nullable = false)
    public long draws;

    /** The last draw; null before the first, and when its prize was returned. */
    @Column(name = "last_draw_id")
    public @Nullable String lastDrawId;

    /** Who won it; null when there is none. */
    @Column(name = "last_player_id")
    public @Nullable String lastPlayerId;

    /** What was won, in minor units; 0 when there is none. */
    @Column(name = "last_prize_minor", nullable = false)
    public long lastPrizeMinor;

    /** The jackpot's version that this was true of. */
    @Column(nullable = false)
    public long version;
}
