package dev.foldline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** PostgreSQL's data directory, which is there with its role and database, or not at all. */
final class PostgresData {

    private PostgresData() {}

    /** Makes the directory, with a role and a database of this name that it owns, unless it is there. */
    static void prepare(Path data, PostgresPrograms programs, String name) throws IOException {
        if (!Files.isDirectory(data)) {
            create(data, programs, name);
        }
        programs.user().own(data);
    }

    private static void create(Path data, PostgresPrograms programs, String name) throws IOException {
        Path partial = data.resolveSibling(data.getFileName() + ".partial");
        Directories.delete(partial);
        Files.createDirectories(partial);
        programs.user().own(partial);
        // The C locale sorts alike on every machine.
        programs.run(
                "initdb",
                List.of(
                        "-D",
                        partial.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-instructions"));
        programs.run("postgres", List.of("--single", "-D", partial.toString(), "postgres"), """
                CREATE ROLE %1$s LOGIN PASSWORD '%1$s'
                CREATE DATABASE %1$s OWNER %1$s
                """.formatted(name));
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }
}
