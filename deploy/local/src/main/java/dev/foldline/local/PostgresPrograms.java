package dev.foldline.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs.
 *
 * @param home the directory that holds {@code bin}
 * @param user who runs them
 * @param log what they say
 */
record PostgresPrograms(Path home, WithoutRoot user, Path log) {

    /** Those of this machine, unpacked when they are not yet. */
    static PostgresPrograms here(Path log) {
        return new PostgresPrograms(PostgresBinaries.unpacked(), WithoutRoot.here(), log);
    }

    void run(String program, List<String> arguments) {
        run(program, arguments, "");
    }

    /**
     * Runs a program to its end.
     *
     * @throws LocalServerException it failed; the message has the end of the log
     */
    void run(String program, List<String> arguments, String input) {
        List<String> command = Stream.concat(
                        Stream.of(home.resolve("bin").resolve(program).toString()), arguments.stream())
                .toList();
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(user.command(command))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (process.waitFor() != 0) {
                throw new LocalServerException(
                        "PostgreSQL's " + program + " failed; from " + log + ":\n" + LogFile.tail(log, 15));
            }
        } catch (IOException e) {
            throw new LocalServerException("PostgreSQL's " + program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while PostgreSQL's " + program + " ran", e);
        }
    }

    /** Stops the server of this data directory; sessions are cut, transactions rolled back, nothing committed is lost. */
    void stop(Path data) {
        run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "30", "stop"));
    }
}
