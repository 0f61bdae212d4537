package dev.foldline.local.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was started, as other commands find it in the state directory.
 *
 * @param id unique to this run
 * @param stopping whether somebody has begun to stop it
 * @param processes in the order they were started
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Run(String id, boolean stopping, List<RunningProcess> processes) {

    /** The run that was started last and not stopped, alive or not. */
    static Optional<Run> find(StateDirectory state) {
        if (Files.notExists(state.runFile())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonFile.read(state.runFile(), Run.class));
        } catch (IOException e) {
            throw new LauncherException(
                    state.runFile() + " cannot be read; another version of Foldline may have written it. Stop what that"
                            + " one has started, then delete the file.",
                    e);
        }
    }

    /** Those of its processes that live. */
    List<RunningProcess> alive() {
        return processes.stream()
                .filter(process -> process.handle(id).isPresent())
                .toList();
    }

    Run with(RunningProcess process) {
        return new Run(
                id,
                stopping,
                Stream.concat(processes.stream(), Stream.of(process)).toList());
    }

    /** With this process in the place of the one of its name. */
    Run replacing(RunningProcess process) {
        return new Run(
                id,
                stopping,
                processes.stream()
                        .map(known -> known.name().equals(process.name()) ? process : known)
                        .toList());
    }

    Run asStopping() {
        return new Run(id, true, processes);
    }

    void save(StateDirectory state) throws IOException {
        JsonFile.write(state.runFile(), this);
    }

    static void forget(StateDirectory state) throws IOException {
        Files.deleteIfExists(state.runFile());
        Files.deleteIfExists(state.servicesFile());
        Files.deleteIfExists(state.appsFile());
    }
}
