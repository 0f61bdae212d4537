package dev.foldline.functions.runtime;

import java.util.Map;

/**
 * Which module each handler of this application comes from, as the build found it.
 *
 * @param modules artifact ids by the names of the handlers' classes
 */
public record HandlerModules(Map<String, String> modules) {

    public HandlerModules {
        modules = Map.copyOf(modules);
    }

    /** The artifact id of a handler's module; empty when the build has not seen the class. */
    String of(Class<?> handler) {
        return modules.getOrDefault(handler.getName(), "");
    }
}
