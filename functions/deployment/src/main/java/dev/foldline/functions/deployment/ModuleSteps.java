package dev.foldline.functions.deployment;

import dev.foldline.functions.runtime.FunctionRecorder;
import dev.foldline.functions.runtime.HandlerModules;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Tells the application which module each of its handlers comes from, so that a process can leave a module's out. */
class ModuleSteps {

    private static final List<DotName> KINDS =
            List.of(Names.COMMAND_FUNCTION, Names.QUERY_FUNCTION, Names.PROJECTION, Names.POLICY, Names.PUBLISHER);

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem modules(
            CombinedIndexBuildItem index, ApplicationArchivesBuildItem archives, FunctionRecorder recorder) {
        return SyntheticBeanBuildItem.configure(HandlerModules.class)
                .scope(Singleton.class)
                .runtimeValue(recorder.modules(modules(index.getIndex(), archives)))
                .done();
    }

    private static Map<String, String> modules(IndexView index, ApplicationArchivesBuildItem archives) {
        Map<String, String> modules = new TreeMap<>();
        KINDS.stream()
                .flatMap(kind -> index.getAllKnownImplementations(kind).stream())
                .map(ClassInfo::name)
                .forEach(handler -> modules.put(handler.toString(), module(archives.containingArchive(handler))));
        return modules;
    }

    /** Empty for the application's own classes when it is no artifact, as in tests. */
    private static String module(@Nullable ApplicationArchive archive) {
        return archive == null || archive.getKey() == null
                ? ""
                : archive.getKey().getArtifactId();
    }
}
