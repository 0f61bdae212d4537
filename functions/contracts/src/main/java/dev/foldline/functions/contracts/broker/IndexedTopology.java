package dev.foldline.functions.contracts.broker;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Projection;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.contracts.Contract;
import dev.foldline.functions.contracts.IndexedContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;

/** Finds contracts and functions on a class path, by the Jandex indexes there. */
public final class IndexedTopology {

    private final IndexView index;
    private final ClassLoader loader;
    private final Set<String> aggregates = new TreeSet<>();
    private final List<EventFollower> followers = new ArrayList<>();
    private final Set<String> policies = new TreeSet<>();

    private IndexedTopology(IndexView index, ClassLoader loader) {
        this.index = index;
        this.loader = loader;
    }

    /**
     * Everything on the class path.
     *
     * @throws IllegalStateException a function cannot be made without what a running application has
     */
    public static Topology on(ClassLoader loader) {
        return in(indexes(loader), loader);
    }

    /** Everything in the index. Throws as {@link #on}. */
    static Topology in(IndexView index, ClassLoader loader) {
        return new IndexedTopology(index, loader).find();
    }

    private Topology find() {
        SortedMap<String, Contract> contracts = IndexedContract.in(index, loader);
        instances(CommandFunction.class).forEach(function -> aggregate(function.aggregateType()));
        instances(Projection.class).forEach(projection -> projection(projection, contracts.keySet()));
        instances(Policy.class).forEach(this::policy);
        instances(Publisher.class).forEach(this::publisher);
        return new Topology(contracts, aggregates, followers, policies);
    }

    private void aggregate(AggregateType<?, ?, ?> type) {
        aggregates.add(type.context() + "." + type.name());
    }

    /** Stored events are private to their context; a projection of published ones may be any context's. */
    private void projection(Projection<?, ?> projection, Set<String> contexts) {
        EventSource<?> source = projection.source();
        Set<String> roles = source.published() ? contexts : Set.of(source.context());
        follow(source, projection.name(), roles);
    }

    private void policy(Policy<?> policy) {
        policies.add(policy.context() + "." + policy.name());
        follow(policy.source(), policy.context() + ".policy." + policy.name(), Set.of(policy.context()));
    }

    private void publisher(Publisher<?, ?> publisher) {
        EventSource<?> stream = publisher.stream();
        follow(publisher.source(), stream.context() + ".publisher." + stream.name(), Set.of(stream.context()));
    }

    private void follow(EventSource<?> source, String queue, Set<String> roles) {
        if (!source.published()) {
            aggregates.add(source.context() + "." + source.name());
        }
        followers.add(new EventFollower(source, queue, roles));
    }

    private <T> List<T> instances(Class<T> kind) {
        return index.getAllKnownImplementations(DotName.createSimple(kind)).stream()
                .filter(type -> !Modifier.isAbstract(type.flags()))
                .sorted(Comparator.comparing(ClassInfo::name))
                .map(type -> kind.cast(instance(type.name().toString())))
                .toList();
    }

    /** Handlers say what they are without anything that is injected. */
    private Object instance(String name) {
        try {
            Constructor<?> constructor = Class.forName(name, true, loader).getConstructors()[0];
            return constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made to say what it follows", e);
        }
    }

    private static IndexView indexes(ClassLoader loader) {
        try {
            List<IndexView> found = new ArrayList<>();
            for (URL url : Collections.list(loader.getResources("META-INF/jandex.idx"))) {
                try (InputStream in = url.openStream()) {
                    found.add(new IndexReader(in).read());
                }
            }
            return CompositeIndex.create(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
