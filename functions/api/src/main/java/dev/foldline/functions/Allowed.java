package dev.foldline.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which values a record of a contract that is written as a single value ({@code @JsonValue}) may have, in the words of JSON
 * Schema. This tells others, by the documents made of the contract; the record's constructor is what refuses other values.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** The least number; the least of 64 bits for no limit. */
    long minimum() default Long.MIN_VALUE;

    /** The largest number; the largest of 64 bits for no limit. */
    long maximum() default Long.MAX_VALUE;

    /** The regular expression that text matches, from {@code ^} to {@code $}; empty for any text. */
    String pattern() default "";

    /** The standard format of a text, e.g. {@code date-time}; empty for any text. */
    String format() default "";
}
