package dev.foldline.functions.deployment;

import dev.foldline.functions.runtime.PlatformFunction;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.processor.DotNames;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The platform's own functions: beans as they are. */
class PlatformFunctions {

    private static final DotName PLATFORM_FUNCTION = DotName.createSimple(PlatformFunction.class);

    @BuildStep
    AdditionalBeanBuildItem beans(CombinedIndexBuildItem index) {
        String[] classes = index.getIndex().getAllKnownImplementations(PLATFORM_FUNCTION).stream()
                .map(function -> function.name().toString())
                .toArray(String[]::new);
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(classes)
                .setDefaultScope(DotNames.SINGLETON)
                .setUnremovable()
                .build();
    }

    /** Whether the application has any. */
    static boolean areIn(IndexView index) {
        return !index.getAllKnownImplementations(PLATFORM_FUNCTION).isEmpty();
    }
}
