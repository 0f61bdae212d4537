package dev.foldline.local.cli;

import dev.foldline.local.apps.Deployables;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is a process of its own. */
final class SplitOptions {

    @Option(
            names = "--split",
            arity = "0..*",
            split = ",",
            paramLabel = "CONTEXT",
            description = "each function in a process of its own, behind a gateway; with contexts, only theirs")
    private @Nullable List<String> split;

    @Option(
            names = "--native",
            description = "--split with the native executables that are there, and JVMs for the others")
    private boolean preferNative;

    boolean isSplit() {
        return split != null || preferNative;
    }

    boolean preferNative() {
        return preferNative;
    }

    /** Whether there is an owner of the logs: unless the variable that tells functions when to ask it says never. */
    boolean ownsLogs() {
        String use = System.getenv().getOrDefault("FOLDLINE_LOG_OWNER", "");
        return !use.equals("never") && !use.equals("false");
    }

    /**
     * The contexts whose functions are processes of their own; none for all functions.
     *
     * @throws LauncherException there is no such context
     */
    List<String> contexts(Deployables deployables) {
        List<String> contexts = split == null ? List.of() : split;
        SortedSet<String> known = deployables.contexts();
        for (String context : contexts) {
            if (!known.contains(context)) {
                throw new LauncherException(
                        "There is no context " + context + " to split: there are " + String.join(", ", known) + ".");
            }
        }
        return contexts;
    }

    /** The same options for another process. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (preferNative) {
            arguments.add("--native");
        }
        if (split != null) {
            arguments.add("--split");
            arguments.addAll(split);
        }
        return arguments;
    }
}
