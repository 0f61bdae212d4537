package dev.foldline.allinone;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the wallet context keeps to, and others with it. */
final class WalletContext {

    @ArchTest
    static final ArchRule ITS_CONTRACT_KNOWS_THE_FUNCTIONS_API_ONLY = ContextRules.contract("wallet");

    @ArchTest
    static final ArchRule ITS_DOMAIN_KNOWS_ITS_CONTRACT_AND_NO_INPUT_OR_OUTPUT = ContextRules.domain("wallet");

    @ArchTest
    static final ArchRule ITS_FUNCTIONS_DO_NOT_KNOW_EACH_OTHER = ContextRules.functions("wallet");

    @ArchTest
    static final ArchRule OTHERS_SEE_ITS_CONTRACT_ONLY = ContextRules.privacy(
            "wallet", "dev.foldline.projections.walletbalance..", "dev.foldline.projections.playerwallets..");

    private WalletContext() {}
}
