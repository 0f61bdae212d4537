package dev.foldline.functions.deployment;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.List;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;

/** Who answers a query. */
final class Responders {

    private Responders() {}

    /** The names that a query's annotation has; empty for a query that one handler answers. */
    static List<String> in(AnnotationInstance query) {
        AnnotationValue names = query.value("responders");
        return names == null ? List.of() : List.of(names.asStringArray());
    }

    /**
     * The name under which the handler answers; empty for one that answers alone.
     *
     * @throws DeploymentException the query and its handler do not agree
     */
    static String of(ClassInfo handler, AnnotationInstance message) {
        AnnotationInstance responder = handler.declaredAnnotation(Names.RESPONDER);
        List<String> names = in(message);
        if (responder == null && names.isEmpty()) {
            return "";
        }
        String subject =
                message.target().asClass().name() + " is answered by " + (names.isEmpty() ? "one handler" : names);
        if (responder == null) {
            throw new DeploymentException(
                    subject + ": " + handler.name() + " needs @Responder with one of these names");
        }
        String name = responder.value().asString();
        if (!names.contains(name)) {
            throw new DeploymentException(
                    subject + ", and " + handler.name() + " is @Responder(\"" + name + "\"): is one of them misspelt?");
        }
        return name;
    }
}
