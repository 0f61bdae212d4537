package dev.foldline.allinone;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Dependencies point one way. Checked here, since the all-in-one has every module on its class path. */
@AnalyzeClasses(packages = "dev.foldline", importOptions = DoNotIncludeTests.class)
class DependencyDirectionsTest {

    private static final String[] PLAIN = {"java..", "org.jspecify..", "com.fasterxml.jackson.."};

    @ArchTest
    static final ArchRule THE_EVENT_STORE_API_KNOWS_NOBODY = classes()
            .that()
            .resideInAnyPackage("dev.foldline.eventstore", "dev.foldline.eventstore.codec")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    PLAIN, "dev.foldline.eventstore", "dev.foldline.eventstore.codec", "org.apache.commons.codec.."));

    @ArchTest
    static final ArchRule THE_FUNCTIONS_API_KNOWS_THE_EVENT_STORE_API_ONLY = classes()
            .that()
            .resideInAPackage("dev.foldline.functions")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    with(PLAIN, "dev.foldline.functions", "dev.foldline.eventstore", "dev.foldline.eventstore.codec"));

    @ArchTest
    static final ArchRule A_CONTRACT_KNOWS_THE_FUNCTIONS_API_ONLY = classes()
            .that()
            .resideInAPackage("dev.foldline.wallet")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    with(PLAIN, "dev.foldline.wallet", "dev.foldline.functions", "dev.foldline.eventstore"));

    @ArchTest
    static final ArchRule A_DOMAIN_KNOWS_ITS_CONTRACT_AND_NO_INPUT_OR_OUTPUT = classes()
            .that()
            .resideInAPackage("dev.foldline.wallet.domain")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    PLAIN,
                    "dev.foldline.wallet",
                    "dev.foldline.wallet.domain",
                    "dev.foldline.functions",
                    "dev.foldline.eventstore.codec",
                    "org.pcollections.."));

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

    @ArchTest
    static final ArchRule FUNCTIONS_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.foldline.wallet.(*)..")
            .namingSlices("function $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.foldline.wallet.domain"));

    private static String[] with(String[] common, String... more) {
        return Stream.of(common, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
