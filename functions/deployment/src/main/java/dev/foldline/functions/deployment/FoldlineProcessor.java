package dev.foldline.functions.deployment;

import dev.foldline.eventstore.EventStore;
import dev.foldline.functions.runtime.BuiltCatalog;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.FunctionRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Type;

/** The build steps of the extension. */
class FoldlineProcessor {

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("foldline");
    }

    @BuildStep
    FoundFunctions find(CombinedIndexBuildItem index, GatewayBuildConfig gateway) {
        return new FunctionFinder(index.getIndex())
                .find(gateway.enabled() || PlatformFunctions.areIn(index.getIndex()));
    }

    /** Handlers need no annotation: that they are functions makes them beans. */
    @BuildStep
    AdditionalBeanBuildItem beans(FoundFunctions found) {
        return Classes.beans(Stream.of(
                        found.commands().stream().map(FoundFunctions.Handler::handler),
                        found.queries().stream().map(FoundFunctions.Handler::handler),
                        found.projections().stream(),
                        found.policies().stream())
                .flatMap(names -> names));
    }

    /** What has no log to write would start, and fail at its first command or commit. */
    @BuildStep
    void requireStore(
            FoundFunctions found,
            FoundPublishers publishers,
            ValidationPhaseBuildItem phase,
            BuildProducer<ValidationPhaseBuildItem.ValidationErrorBuildItem> errors) {
        boolean hasStore = phase.getContext()
                .beans()
                .withBeanType(EventStore.class)
                .iterator()
                .hasNext();
        boolean needsStore = !(found.commands().isEmpty()
                && found.policies().isEmpty()
                && publishers.publishers().isEmpty());
        if (!hasStore && needsStore) {
            errors.produce(new ValidationPhaseBuildItem.ValidationErrorBuildItem(new DeploymentException(
                    "This application has command functions, policies or publishers and no event store: add a dependency on"
                            + " foldline-eventstore-mongodb, or provide a bean of type EventStore")));
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem catalog(FoundFunctions found, FunctionRecorder recorder, CombinedIndexBuildItem index) {
        var contracts = new Contracts(index.getIndex());
        return SyntheticBeanBuildItem.configure(BuiltCatalog.class)
                .scope(Singleton.class)
                .runtimeValue(recorder.catalog(
                        entries(found.commands()),
                        entries(found.soleQueries()),
                        contracts.handledElsewhere(Names.COMMAND, found.commands()),
                        contracts.handledElsewhere(Names.QUERY, found.queries()),
                        contracts.gathers(found)))
                .done();
    }

    /** What JSON and the event codec read and write by reflection: messages, answers, events and snapshots. */
    @BuildStep
    void reflection(
            FoundFunctions found, CombinedIndexBuildItem index, BuildProducer<ReflectiveHierarchyBuildItem> types) {
        Stream<Type> messages = Stream.concat(found.commands().stream(), found.queries().stream())
                .flatMap(handler -> handler.types().stream());
        Stream<Type> stored = Stream.of(Names.DOMAIN_EVENT, Names.AGGREGATE_SNAPSHOT)
                .flatMap(kind -> index.getIndex().getAllKnownImplementations(kind).stream())
                .filter(ClassInfo::isRecord)
                .map(type -> Type.create(type.name(), Type.Kind.CLASS));
        Stream.of(messages, stored, new Contracts(index.getIndex()).exchanged(found))
                .flatMap(several -> several)
                .forEach(type -> types.produce(ReflectiveHierarchyBuildItem.builder(type)
                        .index(index.getIndex())
                        .source("Foldline message or event")
                        .build()));
    }

    private static List<FunctionCatalog.Entry> entries(List<FoundFunctions.Handler> handlers) {
        return handlers.stream()
                .map(handler -> new FunctionCatalog.Entry(
                        handler.context(),
                        handler.name(),
                        Classes.load(handler.message()),
                        Classes.load(handler.handler())))
                .toList();
    }
}
