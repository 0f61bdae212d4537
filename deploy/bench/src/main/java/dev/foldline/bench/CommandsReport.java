package dev.foldline.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, for people and for programs.
 *
 * @param machine where
 * @param measurements one per rate and way
 * @param check what the log says of it
 */
record CommandsReport(Machine machine, List<Measurement> measurements, LogCheck check) {

    void writeJson(Path file) throws IOException {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), this);
    }

    /** A page of Markdown; ratios are to the first row. */
    String markdown() {
        var page = new StringBuilder();
        page.append(String.format(
                Locale.ROOT,
                "Processors: %d, load before: %.1f, Java %s, %s.%n",
                machine.processors(),
                machine.load(),
                machine.java(),
                machine.os()));
        page.append(String.format(
                Locale.ROOT,
                "Log: %s. Client, broker, databases and applications share this machine.%n",
                machine.log()));
        page.append(String.format(
                Locale.ROOT, "Open loop; milliseconds from when a command was due; (×) to the first row.%n%n"));
        page.append(
                String.format(Locale.ROOT, "| way | due/s | accepted/s | p50 | p99 | p99.9 | max | not accepted |%n"));
        page.append(String.format(Locale.ROOT, "|---|--:|--:|--:|--:|--:|--:|--:|%n"));
        measurements.forEach(measurement -> page.append(row(measurement, measurements.getFirst())));
        return page.append(String.format(Locale.ROOT, "%n%s%n", check.verdict()))
                .toString();
    }

    private static String row(Measurement row, Measurement first) {
        Latency latency = row.latencyMillis();
        Latency to = first.latencyMillis();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f%s | %s | %s | %s | %s | %,d |%n",
                row.way(),
                row.perSecond(),
                row.acceptedPerSecond(),
                row.overloaded() ? " (given up)" : "",
                ratio(latency.p50(), to.p50()),
                ratio(latency.p99(), to.p99()),
                ratio(latency.p999(), to.p999()),
                ratio(latency.max(), to.max()),
                row.sent() - row.accepted());
    }

    private static String ratio(double value, double first) {
        return first == 0
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%.1f (×%.1f)", value, value / first);
    }
}
