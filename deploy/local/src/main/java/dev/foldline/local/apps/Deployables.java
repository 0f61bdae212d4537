package dev.foldline.local.apps;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The applications that the build makes: read from the modules of the root {@code pom.xml}, so that a new module is one of them
 * without being listed anywhere else. A function module is one whose parent is {@code foldline-function-parent}. Its
 * directory tells its context: {@code functions/<context>/<function>}; directly below {@code functions/} are the platform's
 * own. A projection belongs to the context whose {@code foldline-<context>-domain} it depends on.
 */
public final class Deployables {

    private static final String FUNCTION_PARENT = "foldline-function-parent";
    private static final String GATEWAY = "gateway";
    private static final String LOG_OWNER = "log";

    private final Path home;
    private final SortedSet<String> contexts = new TreeSet<>();
    private final List<Deployable> functions;

    private Deployables(Path home) {
        this.home = home;
        List<Path> modules = Pom.of(home).modules().stream()
                .map(Path::of)
                .filter(module -> Pom.of(home.resolve(module)).parent().equals(FUNCTION_PARENT))
                .toList();
        modules.stream()
                .filter(module -> module.getNameCount() == 3)
                .forEach(module -> contexts.add(module.getName(1).toString()));
        functions = modules.stream()
                .map(this::function)
                .sorted(Comparator.comparing(Deployable::name))
                .toList();
    }

    /**
     * Reads the build's modules.
     *
     * @param home the directory of the root {@code pom.xml}
     */
    public static Deployables in(Path home) {
        return new Deployables(home.toAbsolutePath().normalize());
    }

    /** Everything in one process. */
    public Deployable allInOne() {
        Path module = home.resolve("deploy/all-in-one");
        return new Deployable("app", "", module, Pom.of(module).artifactId(), Size.LARGE);
    }

    /** What serves the HTTP API where the functions are processes of their own. */
    public Deployable gateway() {
        return function(GATEWAY);
    }

    /** What commits for all command functions, where they are to append by way of it. */
    public Deployable logOwner() {
        return function(LOG_OWNER);
    }

    /** Every function but the gateway and the logs' owner, by name. */
    public List<Deployable> functions() {
        return functions.stream()
                .filter(function -> !Set.of(GATEWAY, LOG_OWNER).contains(function.name()))
                .toList();
    }

    /** The functions of a context, by name; none when there is no such context. */
    public List<Deployable> functionsOf(String context) {
        return functions().stream()
                .filter(function -> function.context().equals(context))
                .toList();
    }

    /** The contexts that have functions. */
    public SortedSet<String> contexts() {
        return Collections.unmodifiableSortedSet(contexts);
    }

    /**
     * A function by its name.
     *
     * @throws NoSuchElementException there is none
     */
    public Deployable function(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No function " + name + " in " + home));
    }

    private Deployable function(Path module) {
        Pom pom = Pom.of(home.resolve(module));
        boolean projection = module.startsWith("projections");
        Path name = projection ? module : module.subpath(1, module.getNameCount());
        return new Deployable(
                name.toString(),
                projection ? contextOf(pom) : contextOf(name),
                home.resolve(module),
                pom.artifactId(),
                Size.SMALL);
    }

    private static String contextOf(Path function) {
        return function.getNameCount() == 1 ? "" : function.getName(0).toString();
    }

    /** A projection of stored events knows the domain of its context, and no other. */
    private String contextOf(Pom projection) {
        return contexts.stream()
                .filter(context -> projection.dependencies().contains("foldline-" + context + "-domain"))
                .findFirst()
                .orElse("");
    }
}
