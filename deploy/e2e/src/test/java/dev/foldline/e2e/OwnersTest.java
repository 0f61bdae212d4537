package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of those who commit for everybody, one and then all of them, under load. */
@ExtendWith(Platform.Extension.class)
class OwnersTest {

    private static final int PLAYERS = 8;
    private static final int COMMANDS_BETWEEN = 60;

    @Test
    void nothing_is_lost_or_doubled_whether_owners_are_there_or_not(Platform platform) {
        assumeTrue(Platform.topology().isOwned(), "functions append to the logs themselves");
        List<AppProcess> owners = platform.apps().owners();
        Load load = Load.of(PLAYERS, platform.wallets());
        awaitOwnersAsked(platform, load);

        owners.getFirst().kill();
        load.awaitMore(COMMANDS_BETWEEN);
        owners.getLast().kill();
        load.awaitMore(COMMANDS_BETWEEN);
        owners.forEach(load.pace()::restart);
        awaitOwnersAsked(platform, load);
        Audit.check(platform, load.stop());
    }

    /** Until owners have committed more than they had. */
    private static void awaitOwnersAsked(Platform platform, Load load) {
        double before = answered(platform);
        await("commits by owners").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            load.awaitMore(1);
            assertThat(answered(platform)).isGreaterThan(before + 10);
        });
    }

    /** How many requests of those who handle deposits were answered by owners. */
    private static double answered(Platform platform) {
        return platform.apps().of("wallet/deposit").stream()
                .mapToDouble(app -> app.metric("foldline_log_owner_requests_total", "outcome=\"answered\""))
                .sum();
    }
}
