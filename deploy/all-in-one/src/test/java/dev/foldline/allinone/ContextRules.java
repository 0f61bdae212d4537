package dev.foldline.allinone;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** What every context keeps to. Its contract is the package of its name; domain and functions are packages below. */
final class ContextRules {

    static final String[] PLAIN = {"java..", "org.jspecify..", "com.fasterxml.jackson.."};

    private ContextRules() {}

    static ArchRule contract(String context) {
        return classes()
                .that()
                .resideInAPackage("dev.foldline." + context)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        PLAIN,
                        "dev.foldline." + context,
                        "dev.foldline.functions",
                        "dev.foldline.eventstore",
                        "dev.foldline.eventstore.codec"));
    }

    static ArchRule domain(String context) {
        return classes()
                .that()
                .resideInAPackage("dev.foldline." + context + ".domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        PLAIN,
                        "dev.foldline." + context,
                        "dev.foldline." + context + ".domain",
                        "dev.foldline.functions",
                        "dev.foldline.eventstore.codec",
                        "org.pcollections.."));
    }

    static ArchRule functions(String context) {
        return slices().matching("dev.foldline." + context + ".(*)..")
                .namingSlices("function $1")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("dev.foldline." + context + ".domain"));
    }

    /** Everything of a context but its contract is out of the others' sight. */
    static ArchRule privacy(String context, String... projections) {
        String[] its = with(projections, "dev.foldline." + context + "..");
        return noClasses()
                .that(not(resideInAnyPackage(its)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.foldline." + context + ".*..");
    }

    static String[] with(String[] common, String... more) {
        return Stream.of(common, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
