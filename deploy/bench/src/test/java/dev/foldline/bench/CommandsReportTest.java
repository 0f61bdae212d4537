package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsReportTest {

    private static final Machine MACHINE = new Machine(2, 0.5, "25", "Linux", "mongod 8.0");
    private static final List<Measurement> MEASUREMENTS = List.of(
            new Measurement("a way", 1_000, 10_000, 10_000, 999.6, false, new Latency(2, 10, 20, 40)),
            new Measurement("another", 2_000, 20_000, 19_990, 1_500, true, new Latency(4, 5, 50, 40)));

    @Test
    void people_see_a_table_with_ratios_to_its_first_row() {
        var report = new CommandsReport(MACHINE, MEASUREMENTS, new LogCheck(30_000, 29_990, 10, List.of()));

        assertThat(report.markdown())
                .contains("Processors: 2, load before: 0.5, Java 25, Linux.")
                .contains("| a way | 1,000 | 1,000 | 2.0 (×1.0) | 10.0 (×1.0) | 20.0 (×1.0) | 40.0 (×1.0) | 0 |")
                .contains(
                        "| another | 2,000 | 1,500 (given up) | 4.0 (×2.0) | 5.0 (×0.5) | 50.0 (×2.5) | 40.0 (×1.0) | 10 |")
                .contains("Nothing lost, nothing doubled: 29,990 commands accepted, 30,000 commits in the log");
    }

    @Test
    void people_see_what_is_not_sound() {
        var report = new CommandsReport(MACHINE, MEASUREMENTS, new LogCheck(1, 2, 0, List.of("one was lost")));

        assertThat(report.markdown()).contains("NOT SOUND:\n- one was lost").doesNotContain("Nothing lost");
    }

    @Test
    void programs_get_the_same_as_json(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("figures.json");
        new CommandsReport(MACHINE, MEASUREMENTS, new LogCheck(1, 1, 0, List.of())).writeJson(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/machine/processors").asInt()).isEqualTo(2);
        assertThat(json.at("/measurements/1/latencyMillis/p999").asDouble()).isEqualTo(50);
        assertThat(json.at("/check/faults").isEmpty()).isTrue();
    }
}
