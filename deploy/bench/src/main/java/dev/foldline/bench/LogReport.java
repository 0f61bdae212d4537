package dev.foldline.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The log beside what it is compared with, for people and for programs.
 *
 * @param machine where
 * @param rounds how often each was measured
 * @param rows one per contest
 * @param notes what to know when reading them
 * @param check whether the logs have what was accepted; {@link LogCheck#NOTHING} where nothing was sent
 */
record LogReport(Machine machine, int rounds, List<Row> rows, List<String> notes, LogCheck check) {

    /**
     * One contest.
     *
     * @param name what was measured
     * @param unit of {@code ours} and {@code other}
     * @param against what it was compared with
     * @param ratio ours by the other, of the rounds
     * @param aim what the ratio should be
     */
    record Row(String name, String unit, String against, Spread ours, Spread other, Spread ratio, Contest.Aim aim) {

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %s: %,.0f | %.2f (%.2f–%.2f) | %s | %s |%n",
                    name,
                    unit,
                    ours.median(),
                    against,
                    other.median(),
                    ratio.median(),
                    ratio.min(),
                    ratio.max(),
                    bound(),
                    verdict());
        }

        private String bound() {
            if (!aim.isBound()) {
                return "";
            }
            String sense =
                    switch (aim.sense()) {
                        case AT_LEAST -> "≥";
                        case AT_MOST -> "≤";
                    };
            return String.format(Locale.ROOT, "%s %s", sense, aim.value());
        }

        private String verdict() {
            return !aim.isBound() ? "" : aim.isMet(ratio.median()) ? "yes" : "no";
        }
    }

    void writeJson(Path file) throws IOException {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), this);
    }

    void writeMarkdown(Path file) throws IOException {
        Files.writeString(file, markdown());
    }

    /** A page of Markdown. */
    String markdown() {
        var page = new StringBuilder(String.format(
                Locale.ROOT,
                "Processors: %d, load before: %.1f, Java %s, %s.%nServer: %s. Median of %d rounds; ratio: median (least–most) of"
                        + " the rounds, each of which measures both sides one after the other.%n%n",
                machine.processors(),
                machine.load(),
                machine.java(),
                machine.os(),
                machine.log(),
                rounds));
        page.append(String.format(Locale.ROOT, "| measure | unit | Foldline | against | ratio | aim | met |%n"));
        page.append(String.format(Locale.ROOT, "|---|---|--:|--:|--:|--:|---|%n"));
        rows.forEach(row -> page.append(row.line()));
        page.append(String.format(Locale.ROOT, "%n"));
        notes.forEach(note -> page.append(String.format(Locale.ROOT, "- %s%n", note)));
        if (!check.equals(LogCheck.NOTHING)) {
            page.append(String.format(Locale.ROOT, "%n%s%n", check.verdict()));
        }
        return page.toString();
    }
}
