package dev.foldline.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a stream of published events, as a part of its context's contract: on what all its events have in common, usually a
 * sealed interface. {@code GET /<context>/feeds/<name>}, {@code <context>.feed.<name>}, {@code <context>.published.<name>}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublishedStream {

    /** The bounded context, in kebab case. */
    String context();

    /** The stream's name within the context, in kebab case, at most 53 characters; never changes once released. */
    String name();
}
