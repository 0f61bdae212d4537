package dev.foldline.projections.playerprizes.rows;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One prize of a player. */
@Entity
@Table(name = "player_prize")
public class PlayerPrizeRow extends PanacheEntityBase {

    /** Jackpot and draw, with a space between them. */
    @Id
    @Column(name = "prize_id")
    public String prizeId = "";

    /** Who won. */
    @Column(name = "player_id", nullable = false)
    public String playerId = "";

    /** Of which jackpot. */
    @Column(name = "jackpot_id", nullable = false)
    public String jackpotId = "";

    /** In which draw. */
    @Column(name = "draw_id", nullable = false)
    public String drawId = "";

    /** How much, in minor units. */
    @Column(name = "prize_minor", nullable = false)
    public long prizeMinor;

    /** Of which currency, ISO 4217. */
    @Column(nullable = false)
    public String currency = "";

    /** When, by the clock of the draw's writer. */
    @Column(name = "drawn_at", nullable = false)
    public Instant drawnAt = Instant.EPOCH;

    /** Whether it went back into the pot. */
    @Column(nullable = false)
    public boolean returned;
}
