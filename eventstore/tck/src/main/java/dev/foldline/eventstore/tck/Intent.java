package dev.foldline.eventstore.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A command: one who does not know what became of it sends it again.
 *
 * @param aggregateName the aggregate it is for, from which each partition makes an id of its own
 * @param commandId its id
 * @param events how many events it causes
 */
record Intent(String aggregateName, UUID commandId, int events) {

    Intent(String aggregateName) {
        this(aggregateName, UUID.randomUUID(), 1);
    }

    /** Commands for one aggregate that everybody writes to, and for some that only this writer does. */
    static List<Intent> mixed(RandomGenerator random, int writer, int count) {
        var intents = new ArrayList<Intent>();
        for (int i = 0; i < count; i++) {
            String name = random.nextInt(3) == 0 ? "hot" : "own-" + writer + "-" + random.nextInt(3);
            intents.add(new Intent(name, UUID.randomUUID(), 1 + random.nextInt(3)));
        }
        return intents;
    }

    /** The commands in groups of one to six. */
    static List<List<Intent>> groups(RandomGenerator random, List<Intent> intents) {
        var groups = new ArrayList<List<Intent>>();
        int from = 0;
        while (from < intents.size()) {
            int to = Math.min(intents.size(), from + 1 + random.nextInt(6));
            groups.add(intents.subList(from, to));
            from = to;
        }
        return groups;
    }
}
