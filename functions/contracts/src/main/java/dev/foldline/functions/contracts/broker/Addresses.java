package dev.foldline.functions.contracts.broker;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.contracts.Contract;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The addresses of a platform, with who may do what. Each context is a role, and so is the gateway. */
final class Addresses {

    /** The role of functions that handle nothing and pass on what is sent over HTTP. */
    static final String GATEWAY = "gateway";

    private final Topology topology;
    private final Set<String> contexts;
    private final Set<String> everybody;
    private final SortedMap<String, BrokerAddress> addresses = new TreeMap<>();

    private Addresses(Topology topology) {
        this.topology = topology;
        contexts = new TreeSet<>(topology.contracts().keySet());
        topology.aggregates().forEach(aggregate -> contexts.add(context(aggregate)));
        everybody = new TreeSet<>(contexts);
        everybody.add(GATEWAY);
    }

    /** All of them, in the order of their names. */
    static List<BrokerAddress> of(Topology topology) {
        var found = new Addresses(topology);
        topology.contracts().values().forEach(found::contract);
        topology.aggregates().forEach(found::stored);
        topology.policies().forEach(found::deadlines);
        return List.copyOf(found.addresses.values());
    }

    /** The roles of all functions. */
    static Collection<String> roles(Topology topology) {
        return new Addresses(topology).everybody;
    }

    private void contract(Contract contract) {
        String context = contract.context();
        Set<String> own = Set.of(context);
        contract.commands()
                .forEach(command -> add(BrokerAddress.anycast(context + ".command." + command.name(), everybody, own)));
        contract.queries().forEach(query -> query(context, query));
        contract.streams().forEach(stream -> {
            String published = context + ".published." + stream.name();
            add(BrokerAddress.multicast(published, own, queues(context, stream.name(), true)));
            add(BrokerAddress.anycast(context + ".feed." + stream.name(), everybody, own));
        });
    }

    private void query(String context, Contract.QueryForm query) {
        String address = context + ".query." + query.name();
        if (query.responders().isEmpty()) {
            add(BrokerAddress.anycast(address, everybody, Set.of(context)));
            return;
        }
        String all = address + ".all";
        List<BrokerQueue> queues = query.responders().stream()
                .sorted()
                .map(responder -> new BrokerQueue(all + "." + responder, respondersRoles(responder), false))
                .toList();
        add(BrokerAddress.multicast(all, everybody, queues));
    }

    /** A responder that has a context's name is that context's; whose another one is, the contract does not say. */
    private SortedSet<String> respondersRoles(String responder) {
        return new TreeSet<>(contexts.contains(responder) ? Set.of(responder) : contexts);
    }

    private void stored(String aggregate) {
        String context = context(aggregate);
        String name = aggregate.substring(context.length() + 1);
        add(BrokerAddress.multicast(context + ".event." + name, Set.of(context), queues(context, name, false)));
        add(BrokerAddress.anycast(context + ".log." + name, Set.of(context), Set.of(context)));
    }

    private void deadlines(String policy) {
        String context = context(policy);
        String address = context + ".deadline." + policy.substring(context.length() + 1);
        add(BrokerAddress.anycast(address, Set.of(context), Set.of(context)));
    }

    private List<BrokerQueue> queues(String context, String name, boolean published) {
        return topology.followers().stream()
                .filter(follower -> follows(follower.source(), context, name, published))
                .map(follower -> new BrokerQueue(follower.queue(), new TreeSet<>(follower.roles()), true))
                .sorted(Comparator.comparing(BrokerQueue::name))
                .toList();
    }

    private static boolean follows(EventSource<?> source, String context, String name, boolean published) {
        return source.context().equals(context) && source.name().equals(name) && source.published() == published;
    }

    private static String context(String qualified) {
        return qualified.substring(0, qualified.indexOf('.'));
    }

    private void add(BrokerAddress address) {
        addresses.put(address.name(), address);
    }
}
