package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More instances on the same servers: writers race for the same partitions, projections for the same rows. */
@ExtendWith(Platform.Extension.class)
class TwoInstancesTest {

    private static final int CALLERS = 6;
    private static final int DEPOSITS_EACH = 30;

    @Test
    void writers_lose_and_double_nothing_and_projections_apply_each_commit_once(Platform platform) throws Exception {
        List<AppProcess> more = Stream.of("wallet/deposit", "projections/wallet-balance")
                .limit(Platform.topology().isSplit() ? 2 : 1)
                .map(platform.apps()::another)
                .toList();
        try {
            // One that handles deposits answers them itself, too; balances are asked where everybody asks.
            List<WalletClient> instances =
                    List.of(platform.wallets(), more.getFirst().wallets());
            String wallet = "w-" + UUID.randomUUID();
            instances.getFirst().open(wallet, "EUR");
            AtomicInteger accepted = new AtomicInteger();
            List<Thread> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> Thread.ofVirtual()
                            .start(() -> deposit(instances.get(caller % instances.size()), wallet, accepted)))
                    .toList();
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(accepted).hasValue(CALLERS * DEPOSITS_EACH);
            Answer last = instances.getLast().deposit(wallet, 1);
            Answer balance = platform.wallets().balance(wallet, last.text("token"));
            assertThat(balance.number("balanceMinor")).isEqualTo(CALLERS * DEPOSITS_EACH + 1);
            assertThat(balance.number("version")).isEqualTo(CALLERS * DEPOSITS_EACH + 2);
        } finally {
            more.forEach(AppProcess::stop);
        }
        platform.apps().awaitReady();
    }

    /** Each deposit is sent, with the same key, until it is acknowledged. */
    private static void deposit(WalletClient instance, String wallet, AtomicInteger accepted) {
        for (int left = DEPOSITS_EACH; left > 0; left--) {
            UUID key = UUID.randomUUID();
            Acknowledgement.of(() -> instance.deposit(wallet, 1, key));
            accepted.incrementAndGet();
        }
    }
}
