package dev.foldline.functions.deployment;

import org.jboss.jandex.DotName;

/** Classes of the application, for what is recorded. */
final class Classes {

    private Classes() {}

    static Class<?> load(DotName name) {
        try {
            return Class.forName(name.toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in the index and not on the class path", e);
        }
    }
}
