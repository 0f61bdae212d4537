package dev.foldline.functions.deployment;

import dev.foldline.functions.runtime.publish.StreamCatalog;
import dev.foldline.functions.runtime.publish.StreamRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import jakarta.inject.Singleton;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** The build steps for published events. */
class PublisherSteps {

    @BuildStep
    FoundPublishers find(CombinedIndexBuildItem index) {
        return new PublisherFinder(index.getIndex()).find();
    }

    @BuildStep
    AdditionalBeanBuildItem beans(FoundPublishers found) {
        return Classes.beans(found.publishers().stream());
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem catalog(FoundPublishers found, StreamRecorder recorder) {
        return SyntheticBeanBuildItem.configure(StreamCatalog.class)
                .scope(Singleton.class)
                .runtimeValue(recorder.catalog(found.streams()))
                .done();
    }

    /** What the event codec reads and writes by reflection. */
    @BuildStep
    void reflection(
            FoundPublishers found, CombinedIndexBuildItem index, BuildProducer<ReflectiveHierarchyBuildItem> types) {
        for (DotName event : found.events()) {
            types.produce(ReflectiveHierarchyBuildItem.builder(Type.create(event, Type.Kind.CLASS))
                    .index(index.getIndex())
                    .source("Foldline published event")
                    .build());
        }
    }
}
