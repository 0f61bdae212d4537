package dev.foldline.functions.contracts.broker;

import dev.foldline.functions.contracts.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the broker has to know of a platform.
 *
 * @param contracts the contracts, by context
 * @param aggregates the aggregate types, as {@code <context>.<name>}, whose commits are announced
 * @param followers who follows events
 * @param policies the policies, each as {@code <context>.<name>}, which may have deadlines
 */
public record Topology(
        SortedMap<String, Contract> contracts,
        Set<String> aggregates,
        Collection<EventFollower> followers,
        Set<String> policies) {

    public Topology {
        contracts = new TreeMap<>(contracts);
        aggregates = Set.copyOf(aggregates);
        followers = List.copyOf(followers);
        policies = Set.copyOf(policies);
    }
}
