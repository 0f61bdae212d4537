package dev.foldline.functions.contracts;

import dev.foldline.functions.Command;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Query;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;

/** Finds the messages and published streams of a module by its Jandex index. */
public final class IndexedContract {

    private static final DotName EVENT_SOURCE = DotName.createSimple(EventSource.class);

    private IndexedContract() {}

    /**
     * The contracts of a module's compiled classes, by context.
     *
     * @param classes the directory of the classes, which has an index
     * @throws ContractException there is no index, or something in it cannot be told to others
     */
    public static SortedMap<String, Contract> in(Path classes, ClassLoader loader) {
        return in(index(classes), loader);
    }

    /** The contracts in an index, by context. Throws as {@link #in(Path, ClassLoader)}. */
    public static SortedMap<String, Contract> in(IndexView index, ClassLoader loader) {
        return in(index, loader, query -> Void.class);
    }

    /**
     * The contracts in an index, by context. Throws as {@link #in(Path, ClassLoader)}.
     *
     * @param answers what answers a query that does not say so itself; {@code Void} when that is not known
     */
    public static SortedMap<String, Contract> in(
            IndexView index, ClassLoader loader, Function<Class<?>, Class<?>> answers) {
        List<Class<?>> messages = new ArrayList<>(annotated(index, Command.class, loader));
        messages.addAll(annotated(index, Query.class, loader));
        return new ContractReader(answers).read(messages, published(index, loader));
    }

    private static IndexView index(Path classes) {
        Path file = classes.resolve("META-INF/jandex.idx");
        try (InputStream in = Files.newInputStream(file)) {
            return new IndexReader(in).read();
        } catch (IOException e) {
            throw new ContractException(file + " cannot be read: a contract's module needs jandex-maven-plugin", e);
        }
    }

    private static List<Class<?>> annotated(IndexView index, Class<?> annotation, ClassLoader loader) {
        List<Class<?>> types = new ArrayList<>();
        index.getAnnotations(DotName.createSimple(annotation)).stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(found -> found.target().asClass().name())
                .sorted()
                .forEach(name -> types.add(load(name, loader)));
        return types;
    }

    /** Published streams are constants of a contract. */
    private static List<EventSource<?>> published(IndexView index, ClassLoader loader) {
        List<EventSource<?>> streams = new ArrayList<>();
        for (ClassInfo type : index.getKnownClasses()) {
            for (FieldInfo field : type.fields()) {
                if (Modifier.isStatic(field.flags()) && field.type().name().equals(EVENT_SOURCE)) {
                    EventSource<?> source = constant(load(type.name(), loader), field.name());
                    if (source.published()) {
                        streams.add(source);
                    }
                }
            }
        }
        return streams;
    }

    private static EventSource<?> constant(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return (EventSource<?>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ContractException(type.getName() + "." + name + " cannot be read", e);
        }
    }

    private static Class<?> load(DotName name, ClassLoader loader) {
        try {
            return Class.forName(name.toString(), true, loader);
        } catch (ClassNotFoundException e) {
            throw new ContractException(name + " is in the index and not on the class path", e);
        }
    }
}
