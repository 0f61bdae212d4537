package dev.foldline.wallet.openwallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.testkit.DeciderSpec;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.OpenWallet;
import dev.foldline.wallet.PlayerId;
import dev.foldline.wallet.WalletCommand;
import dev.foldline.wallet.WalletId;
import dev.foldline.wallet.domain.Wallet;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletOpened;
import dev.foldline.wallet.domain.WalletRejection.WalletAlreadyOpen;
import org.junit.jupiter.api.Test;

class OpenWalletFunctionTest {

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final OpenWallet OPEN = new OpenWallet(new WalletId("w-1"), new PlayerId("p-1"), EUR);
    private static final WalletOpened OPENED = new WalletOpened(new PlayerId("p-1"), EUR);

    private final DeciderSpec<WalletCommand, Wallet, WalletEvent> spec = DeciderSpec.of(WalletAggregate.TYPE);

    @Test
    void opens_a_wallet_once() {
        spec.given().when(OPEN).thenEvents(OPENED);
        spec.given(OPENED).when(OPEN).thenRejected(new WalletAlreadyOpen());
    }

    @Test
    void is_about_the_wallet_that_the_command_names() {
        var function = new OpenWalletFunction();
        assertThat(function.aggregateId(OPEN)).isEqualTo("w-1");
        assertThat(function.aggregateType()).isSameAs(WalletAggregate.TYPE);
    }
}
