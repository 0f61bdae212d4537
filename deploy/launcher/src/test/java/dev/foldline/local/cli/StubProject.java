package dev.foldline.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Looks, to the launcher, like this project when it is built: its modules' applications are stubs. */
final class StubProject {

    private static final List<String> FUNCTIONS = List.of(
            "functions/gateway",
            "functions/log",
            "functions/wallet/deposit",
            "functions/wallet/place-bet",
            "functions/jackpot/draw-jackpot",
            "projections/wallet-balance");

    private final Path home;

    /** Written to a directory. */
    StubProject(Path home) throws IOException {
        this.home = home;
        String modules = FUNCTIONS.stream()
                .map(module -> "<module>" + module + "</module>")
                .collect(
                        Collectors.joining("", "<module>functions/api</module>", "<module>deploy/all-in-one</module>"));
        write("pom.xml", "<project><modules>" + modules + "</modules></project>");
        module("functions/api", "foldline");
        module("deploy/all-in-one", "foldline");
        for (String function : FUNCTIONS) {
            module(function, "foldline-function-parent");
        }
    }

    private void module(String module, String parent) throws IOException {
        write(module + "/pom.xml", """
                <project>
                  <parent><artifactId>%s</artifactId></parent>
                  <artifactId>%s</artifactId>
                  <dependencies><dependency><artifactId>foldline-wallet-domain</artifactId></dependency></dependencies>
                </project>""".formatted(
                        parent, module.replaceFirst("functions/", "").replace('/', '-')));
        Files.createDirectories(jar(module).getParent());
        StubApp.jar(jar(module));
    }

    private Path jar(String module) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** From now on the module's application cannot be started. */
    void breakApp(String module) throws IOException {
        Files.writeString(jar(module), "not a jar");
    }

    /** Gives a module something that looks like a native executable. */
    void executable(String module) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path script = write(
                module + "/target/stub-runner",
                "#!/bin/sh\nSTARTED_AS=native exec " + java + " \"$@\" -jar " + jar(module) + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script.toString());
        }
    }

    private Path write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
