package dev.foldline.functions.deployment;

import dev.foldline.functions.runtime.FunctionCatalog.GatherEntry;
import dev.foldline.functions.runtime.FunctionCatalog.RemoteEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** The messages of all contracts at hand. */
final class Contracts {

    private final IndexView index;

    Contracts(IndexView index) {
        this.index = index;
    }

    /** Whether there is any message at all. */
    boolean areEmpty() {
        return index.getAnnotations(Names.COMMAND).isEmpty()
                && index.getAnnotations(Names.QUERY).isEmpty();
    }

    /** Messages that have no handler in this application, in the order of their names. */
    List<RemoteEntry> handledElsewhere(DotName annotation, List<FoundFunctions.Handler> handlers) {
        Set<DotName> here =
                handlers.stream().map(FoundFunctions.Handler::message).collect(Collectors.toSet());
        return index.getAnnotations(annotation).stream()
                .filter(name -> name.target().kind() == AnnotationTarget.Kind.CLASS)
                .filter(name -> Responders.in(name).isEmpty())
                .filter(name -> !here.contains(name.target().asClass().name()))
                .map(Contracts::entry)
                .sorted(Comparator.comparing(RemoteEntry::key))
                .toList();
    }

    /** Queries that several answer, in the order of their names. */
    List<GatherEntry> gathers(FoundFunctions found) {
        return index.getAnnotations(Names.QUERY).stream()
                .filter(name -> name.target().kind() == AnnotationTarget.Kind.CLASS)
                .filter(name -> !Responders.in(name).isEmpty())
                .map(name -> gather(name, found))
                .sorted(Comparator.comparing(GatherEntry::key))
                .toList();
    }

    private static GatherEntry gather(AnnotationInstance name, FoundFunctions found) {
        DotName message = name.target().asClass().name();
        Map<String, Class<?>> here = new TreeMap<>();
        found.queries().stream()
                .filter(query -> query.message().equals(message))
                .forEach(query -> here.put(query.responder(), Classes.load(query.handler())));
        return new GatherEntry(
                name.value("context").asString(),
                name.value("name").asString(),
                Classes.load(message),
                Responders.in(name),
                here);
    }

    /**
     * What is written and read when messages are sent to other processes: the messages and, as a query need not say what
     * answers it, all records beside a query.
     */
    Stream<Type> exchanged(FoundFunctions found) {
        Set<String> beside = Stream.concat(
                        handledElsewhere(Names.QUERY, found.queries()).stream().map(RemoteEntry::message),
                        gathers(found).stream().map(GatherEntry::message))
                .map(Class::getPackageName)
                .collect(Collectors.toSet());
        Stream<DotName> commands = handledElsewhere(Names.COMMAND, found.commands()).stream()
                .map(entry -> DotName.createSimple(entry.message()));
        Stream<DotName> records = beside.stream()
                .flatMap(name -> index.getClassesInPackage(name).stream())
                .filter(ClassInfo::isRecord)
                .map(ClassInfo::name);
        return Stream.concat(commands, records).distinct().map(name -> Type.create(name, Type.Kind.CLASS));
    }

    private static RemoteEntry entry(AnnotationInstance name) {
        AnnotationValue aggregate = name.value("aggregate");
        return new RemoteEntry(
                name.value("context").asString(),
                name.value("name").asString(),
                aggregate == null ? "" : aggregate.asString(),
                Classes.load(name.target().asClass().name()));
    }
}
