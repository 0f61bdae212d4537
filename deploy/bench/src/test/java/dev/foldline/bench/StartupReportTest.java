package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupReportTest {

    private static final StartupReport REPORT = new StartupReport(
            new Machine(2, 0.5, "25", "Linux", "mongod 8.0"),
            5,
            200,
            List.of(
                    new StartupReport.Row(
                            "command",
                            "wallet/place-bet",
                            "jvm",
                            new StartupReport.Measured(
                                    Spread.of(List.of(1_300.0, 1_100.0, 1_200.0)),
                                    new Spread(120, 119, 121),
                                    new Spread(80, 79, 81),
                                    null),
                            ""),
                    new StartupReport.Row("query", "wallet/wallet-balance", "native", null, "./mvnw -Dnative")));

    @Test
    void people_see_a_row_for_each_and_what_is_missing() {
        assertThat(REPORT.markdown())
                .contains(
                        "| command | wallet/place-bet | jvm | 1,200 (1,100–1,300) | 120 (119–121) | 80 (79–81) | unknown |")
                .contains("| query | wallet/wallet-balance | native | missing: `./mvnw -Dnative` | | |  |")
                .contains("after 200 requests", "5 starts each");
    }

    @Test
    void programs_get_the_same_as_json(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("figures.json");
        REPORT.writeJson(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/rows/0/measured/firstAnswerMillis/median").asDouble())
                .isEqualTo(1_200);
        assertThat(json.at("/rows/1/measured").isNull()).isTrue();
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_middle_ones() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.5, 1, 4));
    }
}
