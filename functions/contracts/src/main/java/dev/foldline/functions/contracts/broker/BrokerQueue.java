package dev.foldline.functions.contracts.broker;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A queue of an address.
 *
 * @param name its name, which no other queue of the broker has
 * @param consumers the roles that receive from it
 * @param durable whether its messages outlive a restart of the broker
 */
record BrokerQueue(String name, SortedSet<String> consumers, boolean durable) {

    BrokerQueue {
        consumers = new TreeSet<>(consumers);
    }
}
