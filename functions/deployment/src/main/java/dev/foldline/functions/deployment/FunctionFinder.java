package dev.foldline.functions.deployment;

import io.quarkus.deployment.util.JandexUtil;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Finds handlers in the index and refuses those that cannot work. */
final class FunctionFinder {

    private final IndexView index;

    FunctionFinder(IndexView index) {
        this.index = index;
    }

    /**
     * Everything that the application handles.
     *
     * @param gateway whether the application may handle nothing itself and pass on its contracts' messages
     * @throws DeploymentException a handler is not as it must be, a message has two, or there is nothing at all
     */
    FoundFunctions find(boolean gateway) {
        var found = new FoundFunctions(
                handlers(Names.COMMAND_FUNCTION, Names.COMMAND),
                handlers(Names.QUERY_FUNCTION, Names.QUERY),
                names(Names.PROJECTION),
                names(Names.POLICY));
        if (found.isEmpty() && gateway && new Contracts(index).areEmpty()) {
            throw new DeploymentException("This gateway has no contract: no indexed record has @Command or @Query."
                    + " Does the contract's jar have a Jandex index (jandex-maven-plugin)?");
        }
        if (found.isEmpty() && implementations(Names.PUBLISHER).isEmpty() && !gateway) {
            throw new DeploymentException(
                    "This application has no function: no indexed class implements CommandFunction,"
                            + " QueryFunction, Projection, Policy or Publisher. Does the function's jar have a Jandex index (jandex-maven-plugin)?");
        }
        return found;
    }

    private List<FoundFunctions.Handler> handlers(DotName kind, DotName annotation) {
        List<FoundFunctions.Handler> handlers = implementations(kind).stream()
                .map(handler -> handler(handler, kind, annotation))
                .toList();
        Map<String, FoundFunctions.Handler> byName = new HashMap<>();
        for (FoundFunctions.Handler handler : handlers) {
            FoundFunctions.Handler other = byName.put(handler.key(), handler);
            if (other != null) {
                throw new DeploymentException("'" + handler.key() + "' has two handlers, " + other.handler() + " and "
                        + handler.handler() + ": leave one of them out of this application");
            }
        }
        return handlers;
    }

    private FoundFunctions.Handler handler(ClassInfo handler, DotName kind, DotName annotation) {
        List<Type> types = JandexUtil.resolveTypeParameters(handler.name(), kind, index);
        ClassInfo message = index.getClassByName(types.getFirst().name());
        if (message == null || !message.isRecord()) {
            throw new DeploymentException(handler.name() + " handles " + types.getFirst()
                    + ", which is no record in an indexed jar: index the contract's jar (jandex-maven-plugin)");
        }
        AnnotationInstance name = message.declaredAnnotation(annotation);
        if (name == null) {
            throw new DeploymentException(message.name() + " needs @" + annotation.withoutPackagePrefix()
                    + " with the context and the name under which " + handler.name() + " is reached");
        }
        requirePromisedAnswer(handler, message, name, types);
        return new FoundFunctions.Handler(
                name.value("context").asString(),
                name.value("name").asString(),
                message.name(),
                handler.name(),
                types,
                Responders.of(handler, name));
    }

    /** What a contract promises, its handler answers. */
    private static void requirePromisedAnswer(
            ClassInfo handler, ClassInfo message, AnnotationInstance name, List<Type> types) {
        AnnotationValue answer = name.value("answer");
        if (answer != null && !answer.asClass().name().equals(types.getLast().name())) {
            throw new DeploymentException(handler.name() + " answers with " + types.getLast() + ", and the contract of "
                    + message.name() + " promises " + answer.asClass());
        }
    }

    private List<DotName> names(DotName kind) {
        return implementations(kind).stream().map(ClassInfo::name).toList();
    }

    /** The concrete classes of this kind, in the order of their names. */
    List<ClassInfo> implementations(DotName kind) {
        return index.getAllKnownImplementations(kind).stream()
                .filter(type -> !Modifier.isAbstract(type.flags()))
                .map(FunctionFinder::checked)
                .sorted(Comparator.comparing(ClassInfo::name))
                .toList();
    }

    private static ClassInfo checked(ClassInfo handler) {
        if (!Modifier.isPublic(handler.flags())
                || handler.constructors().stream().noneMatch(c -> Modifier.isPublic(c.flags()))) {
            throw new DeploymentException(handler.name() + " must be public and have a public constructor");
        }
        return handler;
    }
}
