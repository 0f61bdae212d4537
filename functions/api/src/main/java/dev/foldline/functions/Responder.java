package dev.foldline.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says under which name a {@link QueryFunction} answers a query that is gathered from several ({@link Query#responders}).
 * There is exactly one function per name; its instances share the questions.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Responder {

    /** One of the query's responders. */
    String value();
}
