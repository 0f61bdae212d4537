package dev.foldline.projections.test;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How much was counted, and by how many events. */
@Entity
@Table(name = "tally")
public class TallyRow extends PanacheEntityBase {

    @Id
    public String id = "";

    public long events;

    public long sum;
}
