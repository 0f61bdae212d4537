package dev.foldline.allinone;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the jackpot context keeps to, and others with it. */
final class JackpotContext {

    @ArchTest
    static final ArchRule ITS_CONTRACT_KNOWS_THE_FUNCTIONS_API_ONLY = ContextRules.contract("jackpot");

    @ArchTest
    static final ArchRule ITS_DOMAIN_KNOWS_ITS_CONTRACT_AND_NO_INPUT_OR_OUTPUT = ContextRules.domain("jackpot");

    @ArchTest
    static final ArchRule ITS_FUNCTIONS_DO_NOT_KNOW_EACH_OTHER = ContextRules.functions("jackpot");

    @ArchTest
    static final ArchRule OTHERS_SEE_ITS_CONTRACT_ONLY = ContextRules.privacy(
            "jackpot", "dev.foldline.projections.jackpotboard..", "dev.foldline.projections.playerprizes..");

    private JackpotContext() {}
}
