package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which root can run PostgreSQL; not every machine allows both. */
@SuppressWarnings("NullAway.Init")
class PostgresAsRootTest {

    @TempDir
    Path directory;

    static Stream<WithoutRoot> ways() {
        return Stream.of(WithoutRoot.USER_NAMESPACE, WithoutRoot.OTHER_USER);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void root_can_run_it_also_on_data_of_the_other_way(WithoutRoot way) throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0 && way.works());
        for (WithoutRoot next : List.of(way, WithoutRoot.here(), way)) {
            startAndStop(next);
        }
    }

    private void startAndStop(WithoutRoot way) throws Exception {
        Path data = directory.resolve("data");
        Path log = directory.resolve("postgres.log");
        PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpacked(), way, log);
        PostgresData.prepare(data, programs, "foldline");
        int port = Loopback.freePort();
        programs.run(
                "pg_ctl",
                List.of(
                        "-D",
                        data.toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "start",
                        "-o",
                        "-p " + port + " -c unix_socket_directories='' -c listen_addresses=" + Loopback.HOST));
        try (Connection connection =
                Clients.postgres("postgresql://foldline:foldline@127.0.0.1:" + port + "/foldline")) {
            assertThat(connection.isValid(5)).isTrue();
        } finally {
            programs.stop(data);
        }
    }
}
