package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Has Spin look at every state of the model in {@code docs/proof/log.pml}, where Spin and a C compiler are installed. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class ProtocolModelTest {

    private static final Path MODEL = Path.of("../../docs/proof/log.pml").toAbsolutePath();
    private static final String EXPLORE = "-m100000";

    private final Path directory;

    ProtocolModelTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void needsItsTools() {
        assumeTrue(isInstalled("spin") && isInstalled("gcc"), "no spin or no gcc on the PATH");
    }

    @Test
    void the_protocol_keeps_its_promises_in_every_state_and_nobody_waits_for_ever() throws Exception {
        compile(List.of(), List.of("-DSAFETY"));

        assertThat(run("./pan", "-noclaim", EXPLORE)).contains("errors: 0").doesNotContain("depth limit");
    }

    @Test
    void everything_is_acknowledged_and_applied_in_the_end() throws Exception {
        compile(List.of(), List.of());

        assertThat(run("./pan", "-a", EXPLORE)).contains("errors: 0").doesNotContain("depth limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCAL_TAIL", "TWO_IN_FLIGHT", "LOCAL_OUTCOME", "ANNOUNCE_EARLY", "NO_GUARD"})
    void a_protocol_with_a_mistake_is_found_out(String mistake) throws Exception {
        compile(List.of("-D" + mistake), List.of("-DSAFETY"));

        assertThat(run("./pan", "-noclaim", EXPLORE)).contains("assertion violated");
    }

    private void compile(List<String> spin, List<String> gcc) throws Exception {
        run(Stream.of(List.of("spin"), spin, List.of("-a", MODEL.toString()))
                .flatMap(List::stream)
                .toArray(String[]::new));
        run(Stream.of(List.of("gcc", "-O2", "-w"), gcc, List.of("-o", "pan", "pan.c"))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    /** What the program said. One that finds a mistake in the model exits as if all were well. */
    private String run(String... command) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            int status = process.waitFor();
            String said = Files.readString(output);
            assertThat(status).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
