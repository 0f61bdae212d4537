package dev.foldline.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a query of a contract: {@code GET /<context>/queries/<name>}, {@code <context>.query.<name>}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {

    /** The bounded context, in kebab case. */
    String context();

    /** The query's name within the context, in kebab case; never changes once released. */
    String name();

    /**
     * Who answers, each in part, when the answer is gathered from several ({@link Responder}); empty, as by default, for a
     * query that one handler answers.
     */
    String[] responders() default {};

    /** The record that answers, each responder's when there are several: part of the contract; {@code Void} when not said. */
    Class<?> answer() default Void.class;
}
