package dev.foldline.functions.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** The platform's own functions: beans as they are. */
class PlatformFunctions {

    @BuildStep
    AdditionalBeanBuildItem beans(CombinedIndexBuildItem index) {
        return Classes.beans(index.getIndex().getAllKnownImplementations(Names.PLATFORM_FUNCTION).stream()
                .map(ClassInfo::name));
    }

    /** Whether the application has any. */
    static boolean areIn(IndexView index) {
        return !index.getAllKnownImplementations(Names.PLATFORM_FUNCTION).isEmpty();
    }
}
