package dev.foldline.local.cli;

import dev.foldline.local.apps.Deployable;
import dev.foldline.local.apps.Deployables;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What runs and reads logs. An application that was not told of the archive stops when something has left for it. */
record ArchiveAudience(StateDirectory state, ArchiveReaders archives) {

    private static final String GATEWAY = "gateway";

    /** @throws LauncherException something runs that was not told of an archive */
    void requireTold() {
        List<String> deaf = archives.named().isPresent() ? List.of() : deaf();
        if (!deaf.isEmpty()) {
            throw new LauncherException("Nothing was moved, as these run and cannot read an archive: "
                    + String.join(", ", deaf) + ". They would stop with log-archived. Build them with -Darchive and"
                    + " name the archive to them in FOLDLINE_ARCHIVE_URL, which then names it to this command, too.");
        }
    }

    /**
     * @param location where something would be moved to
     * @param read where the applications of this machine look
     * @throws LauncherException something runs that would not find it
     */
    void requireSame(URI location, URI read) {
        boolean runs = Run.find(state).stream()
                .flatMap(run -> run.alive().stream())
                .anyMatch(process -> !process.name().equals(RunningProcess.SERVICES));
        if (runs && !withoutSlash(location).equals(withoutSlash(read))) {
            throw new LauncherException(
                    "Nothing was moved, as what runs looks for it in " + read + ", not in " + location
                            + ". It would stop with archive-corrupt. Leave --archive out, or name the archive to both in"
                            + " FOLDLINE_ARCHIVE_URL before ./foldline up.");
        }
    }

    private static String withoutSlash(URI directory) {
        return directory.toString().replaceAll("/+$", "");
    }

    private List<String> deaf() {
        return Run.find(state)
                .filter(run -> !run.alive().isEmpty())
                .flatMap(run -> AppsReport.find(state, run.id()))
                .map(report -> report.apps().stream()
                        .filter(app -> !app.name().equals(GATEWAY))
                        .filter(app ->
                                !ArchiveReaders.reads(deployable(app.name()).jar(), app.packaging()))
                        .map(AppStatus::name)
                        .toList())
                .orElse(List.of());
    }

    private static Deployable deployable(String name) {
        Deployables deployables = Deployables.in(Path.of(System.getProperty("foldline.home", "")));
        return name.equals(RunningProcess.APP) ? deployables.allInOne() : deployables.function(name);
    }
}
