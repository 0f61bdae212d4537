package dev.foldline.functions.deployment;

import dev.foldline.functions.runtime.publish.StreamCatalog.Stream;
import io.quarkus.deployment.util.JandexUtil;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Finds publishers and published streams in the index, and refuses publishers that cannot work. */
final class PublisherFinder {

    private final IndexView index;

    PublisherFinder(IndexView index) {
        this.index = index;
    }

    /**
     * Everything that is published, here or elsewhere.
     *
     * @throws DeploymentException a publisher is not as it must be, or a stream has two
     */
    FoundPublishers find() {
        List<AnnotationInstance> streams = index.getAnnotations(Names.PUBLISHED_STREAM).stream()
                .filter(name -> name.target().kind() == AnnotationTarget.Kind.CLASS)
                .toList();
        return new FoundPublishers(
                publishers(),
                streams.stream()
                        .map(PublisherFinder::stream)
                        .distinct()
                        .sorted(Comparator.comparing(Stream::toString))
                        .toList(),
                streams.stream()
                        .flatMap(name -> records(name.target().asClass()).stream())
                        .distinct()
                        .toList());
    }

    private List<DotName> publishers() {
        List<ClassInfo> publishers = new FunctionFinder(index).implementations(Names.PUBLISHER);
        Map<Stream, ClassInfo> byStream = new HashMap<>();
        for (ClassInfo publisher : publishers) {
            ClassInfo other = byStream.put(streamOf(publisher), publisher);
            if (other != null) {
                throw new DeploymentException("'" + streamOf(publisher) + "' has two publishers, " + other.name()
                        + " and " + publisher.name() + ": leave one of them out of this application");
            }
        }
        return publishers.stream().map(ClassInfo::name).toList();
    }

    private Stream streamOf(ClassInfo publisher) {
        Type events = JandexUtil.resolveTypeParameters(publisher.name(), Names.PUBLISHER, index)
                .get(1);
        ClassInfo type = index.getClassByName(events.name());
        AnnotationInstance name = type == null ? null : type.declaredAnnotation(Names.PUBLISHED_STREAM);
        if (name == null) {
            throw new DeploymentException(events.name() + " needs @" + Names.PUBLISHED_STREAM.withoutPackagePrefix()
                    + " with the context and the name of the stream that " + publisher.name()
                    + " publishes, in an indexed jar (jandex-maven-plugin)");
        }
        return stream(name);
    }

    private static Stream stream(AnnotationInstance name) {
        return new Stream(name.value("context").asString(), name.value("name").asString());
    }

    private List<DotName> records(ClassInfo type) {
        return type.isRecord()
                ? List.of(type.name())
                : index.getAllKnownImplementations(type.name()).stream()
                        .filter(ClassInfo::isRecord)
                        .map(ClassInfo::name)
                        .toList();
    }
}
