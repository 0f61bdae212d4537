package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.WriteConcern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {

    @Test
    void the_default_is_a_journaled_majority_which_loses_nothing() {
        assertThat(Durability.of(Durability.MAJORITY, "true"))
                .isEqualTo(MongoOptions.defaults().writeConcern())
                .isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(Durability.risk(MongoOptions.defaults().writeConcern())).isEmpty();
    }

    @Test
    void fewer_members_are_possible_and_it_is_said_what_a_failover_takes_back() {
        WriteConcern one = Durability.of("1", "true");

        assertThat(one).isEqualTo(WriteConcern.W1.withJournal(true));
        assertThat(Durability.risk(one)).hasValueSatisfying(risk -> assertThat(risk)
                .contains("write-concern is 1", "failover")
                .doesNotContain("power cut"));
    }

    @Test
    void it_is_said_what_a_power_cut_loses_without_a_journal() {
        assertThat(Durability.risk(Durability.of("majority", "false"))).hasValueSatisfying(risk -> assertThat(risk)
                .contains("foldline.mongodb.journal", "power cut")
                .doesNotContain("failover"));
        assertThat(Durability.risk(Durability.of("2", "false")))
                .hasValueSatisfying(risk -> assertThat(risk).contains("power cut", "failover"));
        assertThat(Durability.risk(WriteConcern.MAJORITY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "Majority", "all", "1.5", "100"})
    void a_write_that_nobody_or_who_knows_who_acknowledges_is_refused(String acknowledgedBy) {
        assertThatThrownBy(() -> Durability.of(acknowledgedBy, "true"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("foldline.mongodb.write-concern")
                .hasMessageContaining("'" + acknowledgedBy + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "", "TRUE", "0"})
    void a_journal_is_there_or_not(String journaled) {
        assertThatThrownBy(() -> Durability.of("majority", journaled))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("foldline.mongodb.journal")
                .hasMessageContaining("'" + journaled + "'");
    }
}
