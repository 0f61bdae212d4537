package dev.foldline.allinone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way. Checked here, since the all-in-one has every module on its class path. */
@AnalyzeClasses(packages = "dev.foldline", importOptions = DoNotIncludeTests.class)
class DependencyDirectionsTest {

    @ArchTest
    static final ArchRule THE_EVENT_STORE_API_KNOWS_NOBODY = classes()
            .that()
            .resideInAnyPackage("dev.foldline.eventstore", "dev.foldline.eventstore.codec")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ContextRules.with(
                    ContextRules.PLAIN,
                    "dev.foldline.eventstore",
                    "dev.foldline.eventstore.codec",
                    "org.apache.commons.codec..",
                    "io.airlift.compress.."));

    @ArchTest
    static final ArchRule THE_FUNCTIONS_API_KNOWS_THE_EVENT_STORE_API_ONLY = classes()
            .that()
            .resideInAPackage("dev.foldline.functions")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ContextRules.with(
                    ContextRules.PLAIN,
                    "dev.foldline.functions",
                    "dev.foldline.eventstore",
                    "dev.foldline.eventstore.codec"));

    @ArchTest
    static final ArchTests WALLET = ArchTests.in(WalletContext.class);

    @ArchTest
    static final ArchTests JACKPOT = ArchTests.in(JackpotContext.class);

    @ArchTest
    static final ArchRule A_PLAYERS_CONTRACT_KNOWS_THE_FUNCTIONS_API_ONLY = ContextRules.contract("player");

    @ArchTest
    static final ArchRule NONE_BUT_THE_RUNTIME_KNOWS_AMQP = noClasses()
            .that()
            .resideOutsideOfPackage("dev.foldline.functions.runtime.amqp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.amqp..", "io.vertx.proton..", "org.apache.qpid..");

    @ArchTest
    static final ArchRule NONE_BUT_ITS_EVENT_STORE_KNOWS_MONGODB = noClasses()
            .that()
            .resideOutsideOfPackage("dev.foldline.eventstore.mongodb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule NONE_BUT_PROJECTIONS_KNOW_POSTGRESQL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.foldline.projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.pgclient..", "io.vertx.mutiny.sqlclient..", "org.hibernate..", "jakarta.persistence..");
}
