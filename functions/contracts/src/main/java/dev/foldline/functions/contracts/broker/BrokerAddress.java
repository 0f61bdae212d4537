package dev.foldline.functions.contracts.broker;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An address.
 *
 * @param name its name
 * @param multicast whether every queue gets every message; otherwise there is one queue
 * @param senders the roles that send to it
 * @param queues its queues, in the order of their names
 */
record BrokerAddress(String name, boolean multicast, SortedSet<String> senders, List<BrokerQueue> queues) {

    BrokerAddress {
        senders = new TreeSet<>(senders);
        queues = List.copyOf(queues);
    }

    /** One queue of the same name, whose consumers share the messages. */
    static BrokerAddress anycast(String name, Collection<String> senders, Collection<String> consumers) {
        return new BrokerAddress(
                name, false, new TreeSet<>(senders), List.of(new BrokerQueue(name, new TreeSet<>(consumers), true)));
    }

    static BrokerAddress multicast(String name, Collection<String> senders, List<BrokerQueue> queues) {
        return new BrokerAddress(name, true, new TreeSet<>(senders), queues);
    }
}
