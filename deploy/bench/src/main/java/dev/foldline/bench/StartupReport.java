package dev.foldline.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long applications take to answer for the first time, and how much memory they have; for people and for programs.
 *
 * @param machine where
 * @param starts how often each was started
 * @param requests after how many more requests the memory was looked at again
 * @param rows one per application and packaging
 */
record StartupReport(Machine machine, int starts, int requests, List<Row> rows) {

    /**
     * An application in one packaging.
     *
     * @param kind what it is
     * @param app its name
     * @param packaging jvm or native
     * @param measured null when it was not built
     * @param missing how to build it; empty when it was
     */
    record Row(
            String kind,
            String app,
            String packaging,
            @Nullable Measured measured,
            String missing) {}

    /**
     * What was measured; memory is null where the system does not tell.
     *
     * @param firstAnswerMillis from the start of the process
     * @param residentMib right after the first answer
     * @param privateMib what of it is not a file's, such as the executable's
     * @param residentLaterMib after further requests
     */
    record Measured(
            Spread firstAnswerMillis,
            @Nullable Spread residentMib,
            @Nullable Spread privateMib,
            @Nullable Spread residentLaterMib) {}

    void writeJson(Path file) throws IOException {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), this);
    }

    /** A page of Markdown. */
    String markdown() {
        var page = new StringBuilder(String.format(
                Locale.ROOT,
                "Processors: %d, load before: %.1f, Java %s, %s. %d starts each: median (least–most).%n%n",
                machine.processors(),
                machine.load(),
                machine.java(),
                machine.os(),
                starts));
        page.append(String.format(
                Locale.ROOT,
                "| what | application | as | first answer after ms | resident MiB then | of it private | after %d requests |%n",
                requests));
        page.append(String.format(Locale.ROOT, "|---|---|---|--:|--:|--:|--:|%n"));
        rows.forEach(row -> page.append(line(row)));
        return page.toString();
    }

    private static String line(Row row) {
        Measured measured = row.measured();
        String figures = measured == null
                ? "missing: `" + row.missing() + "` | | | "
                : measured.firstAnswerMillis() + " | " + memory(measured.residentMib()) + " | "
                        + memory(measured.privateMib()) + " | "
                        + memory(measured.residentLaterMib());
        return String.format(Locale.ROOT, "| %s | %s | %s | %s |%n", row.kind(), row.app(), row.packaging(), figures);
    }

    private static String memory(@Nullable Spread mib) {
        return mib == null ? "unknown" : mib.toString();
    }
}
