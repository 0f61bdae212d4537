package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code supervisor} process writes whenever something changes.
 *
 * @param run the run it belongs to
 * @param apps all that it supervises, in the order in which they were planned
 */
record AppsReport(String run, List<AppStatus> apps) {

    static Optional<AppsReport> find(StateDirectory state, String run) {
        if (Files.notExists(state.appsFile())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonFile.read(state.appsFile(), AppsReport.class))
                    .filter(report -> report.run().equals(run));
        } catch (IOException e) {
            throw new LauncherException(state.appsFile() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Those that are not ready now. */
    List<AppStatus> notReady() {
        return apps.stream().filter(app -> app.state() != AppStatus.State.READY).toList();
    }
}
