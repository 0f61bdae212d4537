package dev.foldline.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a command of a contract: {@code POST /<context>/commands/<name>}, {@code <context>.command.<name>}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {

    /** The bounded context, in kebab case. */
    String context();

    /** The command's name within the context, in kebab case; never changes once released. */
    String name();

    /**
     * The field that holds the aggregate's id, by which senders keep commands of one aggregate together; empty for none. For
     * speed only: the handler says which aggregate a command is about.
     */
    String aggregate() default "";
}
