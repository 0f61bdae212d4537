package dev.foldline.functions.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.processor.DotNames;
import java.util.stream.Stream;
import org.jboss.jandex.DotName;

/** Classes of the application: made beans, and loaded for what is recorded. */
final class Classes {

    private Classes() {}

    /** Makes them beans that nobody has to ask for. */
    static AdditionalBeanBuildItem beans(Stream<DotName> names) {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(names.map(DotName::toString).toArray(String[]::new))
                .setDefaultScope(DotNames.SINGLETON)
                .setUnremovable()
                .build();
    }

    static Class<?> load(DotName name) {
        try {
            return Class.forName(name.toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in the index and not on the class path", e);
        }
    }
}
