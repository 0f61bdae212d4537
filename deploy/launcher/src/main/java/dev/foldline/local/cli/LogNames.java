package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose logs there are. */
record LogNames(StateDirectory state) {

    private static final String SUFFIX = ".log";
    private static final List<String> UNSPLIT = List.of(RunningProcess.SERVICES, RunningProcess.APP);

    /** The processes of the run that was started last; those that have a log. */
    List<String> ofTheRun() {
        Optional<AppsReport> report = Run.find(state).flatMap(run -> AppsReport.find(state, run.id()));
        Stream<String> names = report.map(found -> Stream.concat(
                        Stream.of(RunningProcess.SERVICES, RunningProcess.SUPERVISOR),
                        found.apps().stream().map(AppStatus::name)))
                .orElseGet(UNSPLIT::stream);
        return names.filter(name -> Files.exists(state.log(name))).toList();
    }

    /**
     * The process that is meant by a name or by its last part.
     *
     * @throws LauncherException none, or several
     */
    String find(String name) throws IOException {
        List<String> all = all();
        if (all.contains(name)) {
            return name;
        }
        List<String> ending =
                all.stream().filter(known -> known.endsWith("/" + name)).toList();
        if (ending.size() == 1) {
            return ending.getFirst();
        }
        List<String> known = ending.isEmpty() ? all : ending;
        throw new LauncherException("There is no one process " + name + ": there are logs of "
                + (known.isEmpty() ? "none, nothing was started yet" : String.join(", ", known)) + ".");
    }

    private List<String> all() throws IOException {
        if (!Files.isDirectory(state.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(state.logs())) {
            return files.map(file -> state.logs().relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.endsWith(".previous" + SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
