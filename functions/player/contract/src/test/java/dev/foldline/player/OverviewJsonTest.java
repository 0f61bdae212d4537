package dev.foldline.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.Query;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OverviewJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PlayerOverview OVERVIEW = new PlayerOverview(
            List.of(new OwnedWallet("w-1", "EUR", 750)), List.of(new WonPrize("main-EUR", "d-1", 250, "EUR")));
    private static final String TEXT =
            "{\"wallets\":[{\"walletId\":\"w-1\",\"currency\":\"EUR\",\"balanceMinor\":750}],"
                    + "\"prizes\":[{\"jackpotId\":\"main-EUR\",\"drawId\":\"d-1\",\"prizeMinor\":250,\"currency\":\"EUR\"}]}";

    @Test
    void is_written_and_read_with_plain_values() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(OVERVIEW)).isEqualTo(TEXT);
        assertThat(JSON.readValue(TEXT, PlayerOverview.class)).isEqualTo(OVERVIEW);
    }

    @Test
    void a_part_leaves_the_others_empty() {
        assertThat(PlayerOverview.ofWallets(OVERVIEW.wallets()).prizes()).isEmpty();
        assertThat(PlayerOverview.ofPrizes(OVERVIEW.prizes()).wallets()).isEmpty();
    }

    @Test
    void is_asked_with_a_player_of_both_contexts() throws JsonProcessingException {
        var question = new FindPlayerOverview(new PlayerId("p-1"));
        assertThat(JSON.writeValueAsString(question)).isEqualTo("{\"playerId\":\"p-1\"}");
        assertThat(JSON.readValue("{\"playerId\":\"p-1\"}", FindPlayerOverview.class))
                .isEqualTo(question);
        Query query = Objects.requireNonNull(FindPlayerOverview.class.getAnnotation(Query.class));
        assertThat(query.context() + "/" + query.name()).isEqualTo("player/player-overview");
        assertThat(query.responders()).containsExactly("wallet", "jackpot");
    }

    @Test
    void refuses_what_is_no_player_id() {
        assertThatThrownBy(() -> new PlayerId("")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PlayerId("a b")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PlayerId("~".repeat(65))).isInstanceOf(InvalidValueException.class);
    }
}
